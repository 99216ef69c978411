import type { Result } from '../base/result'
import type { RecordHistory, TransactionNote } from '../changes/transaction'
import { KINDS, type Kind } from '../domain/kinds'
import { type BagInfo, parseBagInfo } from './bagit'
import { type ByteSource, bytesAsSource } from './container/byte-source'
import { type MakeHash, makeHash } from './container/hash'
import type { ZipEntry } from './container/zip-layout'
import { unpack } from './container/zip-reader'
import { catchFailure, refuse, type StopSignal } from './failure'
import { PATHS, RECORD_ORDER, recordsPath } from './format'
import { checkHashes, openBag, readWhole } from './open-bag'
import type { Progress } from './progress'
import { type FileHistory, RecordCodec } from './records/codec'
import { KnownIds } from './records/known-ids'
import { readLines } from './records/lines'
import { parseNoteLine, parseRecordLine } from './records/record-lines'
import { checkSignature, type SignatureCheck } from './signature'
import type { BundleSource } from './source'

export interface ReadOptions {
  readonly newHash?: MakeHash
  readonly progress?: Progress
  readonly signal?: StopSignal
}

/** An opened bundle: everything in it has been checked, and its histories can be streamed any number of times. */
export interface BundleContents extends BundleSource {
  /** The folder inside, which is the notebook's title as a file name. */
  readonly name: string
  readonly title: string
  readonly info: BagInfo
  readonly signature: SignatureCheck
  /** Number of histories by kind, the trash included. */
  readonly counts: ReadonlyMap<Kind, number>
  /** Files inside, with unpacked sizes in bytes, in their order. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
  histories(kind: Kind): AsyncIterable<RecordHistory>
  transactionNotes(): AsyncIterable<TransactionNote>
}

/**
 * Opens a bundle and trusts nothing in it: the container, all hashes, then every record are checked before anything is
 * handed out. Fails with one sentence that names the file and the fault; memory is bounded by one record and one piece.
 */
export function readBundle(
  input: Uint8Array | ByteSource,
  options: ReadOptions = {},
): Promise<Result<BundleContents>> {
  const source = input instanceof Uint8Array ? bytesAsSource(input) : input
  return catchFailure(() => read(source, options))
}

async function read(source: ByteSource, options: ReadOptions): Promise<BundleContents> {
  const bag = await openBag(source, options.signal)
  const total = bag.entries.reduce((sum, { size }) => sum + size, 0)
  const info = parseBagInfo(await readWhole(bag, PATHS.info))
  await checkHashes(
    bag,
    info,
    options.newHash ?? makeHash,
    (done) => options.progress?.(done, total),
    options.signal,
  )
  const records = new BundleRecords(source, bag.files, options.signal)
  const counts = await records.checkAll()
  const signatureFile = bag.files.has(PATHS.signature) ? await readWhole(bag, PATHS.signature) : null
  return {
    name: bag.folder,
    title: info.title,
    info,
    signature: await checkSignature(signatureFile, await bag.bytes(PATHS.tagManifest)),
    counts,
    files: bag.entries.map(({ path, size }) => ({ path: path.slice(bag.folder.length + 1), size })),
    histories: (kind) => records.histories(kind),
    transactionNotes: () => records.notes(),
  }
}

/** The record files of a bag. The first pass checks them and fills the codec that later passes use. */
class BundleRecords {
  readonly #source: ByteSource
  readonly #files: ReadonlyMap<string, ZipEntry>
  readonly #signal: StopSignal | undefined
  readonly #codec = new RecordCodec()
  readonly #checked = new Set<Kind>()
  readonly #ids = new KnownIds()

  constructor(source: ByteSource, files: ReadonlyMap<string, ZipEntry>, signal: StopSignal | undefined) {
    this.#source = source
    this.#files = files
    this.#signal = signal
  }

  async checkAll(): Promise<ReadonlyMap<Kind, number>> {
    const counts = new Map<Kind, number>()
    for (const kind of RECORD_ORDER) {
      let count = 0
      for await (const _history of this.histories(kind, this.#signal)) count += 1
      counts.set(kind, count)
      this.#checked.add(kind)
    }
    for await (const _note of this.notes(this.#signal));
    return new Map(KINDS.map((kind) => [kind, counts.get(kind) ?? 0]))
  }

  async *histories(kind: Kind, signal?: StopSignal): AsyncGenerator<RecordHistory, void, undefined> {
    const path = recordsPath(kind)
    let [line, before] = [0, '']
    for await (const text of this.#lines(path, signal)) {
      line += 1
      // Only the first pass doubts: what it has let through, later passes take as it is.
      const file = this.#checked.has(kind)
        ? (JSON.parse(text) as FileHistory)
        : parseRecordLine(text, kind, { path, line })
      if (file.id <= before) refuse('bundle-damaged', `Line ${line} of “${path}” is not in order of id.`)
      if (!this.#checked.has(kind) && !this.#ids.add(file.id))
        refuse('bundle-damaged', `Line ${line} of “${path}” has the id of a record of another kind.`)
      before = file.id
      yield this.#codec.fromFile(file)
    }
  }

  async *notes(signal?: StopSignal): AsyncGenerator<TransactionNote, void, undefined> {
    let [line, before] = [0, '']
    for await (const text of this.#lines(PATHS.transactions, signal)) {
      line += 1
      const note = parseNoteLine(text, { path: PATHS.transactions, line })
      if (note.stamp <= before)
        refuse('bundle-damaged', `Line ${line} of “${PATHS.transactions}” is not in order.`)
      before = note.stamp
      yield note
    }
  }

  #lines(path: string, signal: StopSignal | undefined): AsyncIterable<string> {
    const entry = this.#files.get(path)
    if (!entry) return refuse('bundle-damaged', `The bundle lacks “${path}”.`)
    return readLines(unpack(this.#source, entry, signal), path)
  }
}
