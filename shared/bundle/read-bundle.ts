import type { Result } from '../base/result'
import type { RecordHistory, TransactionNote } from '../changes/transaction'
import { KINDS, type Kind } from '../domain/kinds'
import { FIRST_FORMAT, MIGRATIONS, type Migration } from '../migrations/migrations'
import { type BagInfo, parseBagInfo } from './bagit'
import { checkFile, type UseFile } from './check-hashes'
import { type ByteSource, bytesAsSource } from './container/byte-source'
import { type MakeHash, makeHash } from './container/hash'
import type { ZipEntry } from './container/zip-layout'
import { catchFailure, refuse, type StopSignal, throwIfStopped } from './failure'
import { PATHS, RECORD_ORDER, recordsPath } from './format'
import { checkSize, readManifests } from './manifests'
import { namedFile, type OpenBag, openBag, readWhole } from './open-bag'
import type { Progress } from './progress'
import { type FileHistory, RecordCodec } from './records/codec'
import { KnownIds } from './records/known-ids'
import { readLines } from './records/lines'
import { type MigrateFile, migrateFile } from './records/migrate-file'
import { parseNoteLine, parseRecordLine } from './records/record-lines'
import { checkSignature, type SignatureCheck } from './signature'
import type { BundleSource } from './source'

export interface ReadOptions {
  readonly newHash?: MakeHash
  readonly progress?: Progress
  readonly signal?: StopSignal
  /** The steps from older formats; the list that the database uses too. */
  readonly migrations?: readonly Migration[]
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
  /** Number of files inside. */
  readonly fileCount: number
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
  const { migrations = MIGRATIONS } = options
  const info = parseBagInfo(await readWhole(bag, PATHS.info), FIRST_FORMAT + migrations.length)
  const records = new BundleRecords(bag, (file) => migrateFile(file, info.format, migrations))
  const counts = await checkAll(bag, info, records, options)
  const signatureFile = bag.placeOf(PATHS.signature) !== null ? await readWhole(bag, PATHS.signature) : null
  return {
    name: bag.folder,
    title: info.title,
    info,
    signature: await checkSignature(signatureFile, await bag.bytes(PATHS.tagManifest)),
    counts,
    fileCount: bag.directory.count,
    histories: (kind) => records.histories(kind),
    transactionNotes: () => records.notes(),
  }
}

/** Reads every byte once: each file is compared with its hash, and the records are checked on the way. */
async function checkAll(
  bag: OpenBag,
  info: BagInfo,
  records: BundleRecords,
  { newHash = makeHash, progress, signal }: ReadOptions,
): Promise<ReadonlyMap<Kind, number>> {
  const manifests = await readManifests(bag)
  let [total, done] = [0, 0]
  for (const { size } of bag.directory) total += size
  const check = async (entry: ZipEntry, hash: string, use?: UseFile) => {
    await checkFile(bag, entry, hash, newHash, use)
    done += entry.size
    progress?.(done, total)
    throwIfStopped(signal)
  }
  for (const [path, hash] of manifests.tags) await check(namedFile(bag, path), hash)
  const users = records.users
  for (const [path, use] of users)
    await check(namedFile(bag, path), manifests.payload.at(bag.placeOf(path) as number) ?? '', use)
  for (let place = 0; place < bag.directory.count; place += 1) {
    const hash = manifests.payload.at(place)
    if (hash === null) continue
    const entry = bag.directory.at(place)
    if (!users.has(bag.pathOf(entry))) await check(entry, hash)
  }
  checkSize(manifests, info)
  return new Map(KINDS.map((kind) => [kind, records.count(kind)]))
}

/** Record files of at most so many bytes are kept as they were read the first time: most bundles are small, and merging asks many times. */
const KEPT_FILE = 1 << 14

/** The record files of a bag. A first pass checks them and fills the codec; what it has let through, later passes take as it is. */
class BundleRecords {
  readonly #bag: OpenBag
  readonly #kept = new Map<Kind, readonly RecordHistory[]>()
  readonly #codec = new RecordCodec()
  readonly #counts = new Map<Kind, number>()
  readonly #ids = new KnownIds()
  readonly #migrate: MigrateFile

  constructor(bag: OpenBag, migrate: MigrateFile) {
    this.#bag = bag
    this.#migrate = migrate
  }

  count(kind: Kind): number {
    return this.#counts.get(kind) ?? 0
  }

  /** What checks each of the record files, in the order in which they must be checked. */
  get users(): ReadonlyMap<string, UseFile> {
    const records = RECORD_ORDER.map(
      (kind) =>
        [recordsPath(kind), (pieces: AsyncIterable<Uint8Array>) => this.#check(kind, pieces)] as const,
    )
    return new Map([...records, [PATHS.transactions, checkNotes]])
  }

  async #check(kind: Kind, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const path = recordsPath(kind)
    const read = { line: 0, id: '' }
    const kept: RecordHistory[] | null = namedFile(this.#bag, path).size <= KEPT_FILE ? [] : null
    // Lines are checked in a function that does not wait: engines make such ones fast at once.
    for await (const lines of readLines(pieces, path)) {
      for (const text of lines) {
        const history = this.#checkLine(text, kind, path, read)
        kept?.push(history)
      }
    }
    this.#counts.set(kind, read.line)
    if (kept) this.#kept.set(kind, kept)
  }

  #checkLine(text: string, kind: Kind, path: string, read: { line: number; id: string }): RecordHistory {
    read.line += 1
    const { line } = read
    const file = parseRecordLine(text, kind, { path, line }, this.#migrate)
    if (file.id <= read.id) refuse('bundle-damaged', `Line ${line} of “${path}” is not in order of id.`)
    if (!this.#ids.add(file.id))
      refuse('bundle-damaged', `Line ${line} of “${path}” has the id of a record of another kind.`)
    read.id = file.id
    return this.#codec.fromFile(file)
  }

  async *histories(kind: Kind): AsyncGenerator<RecordHistory, void, undefined> {
    const kept = this.#kept.get(kind)
    if (kept) {
      yield* kept
      return
    }
    for await (const lines of this.#lines(recordsPath(kind)))
      for (const text of lines) yield this.#codec.fromFile(this.#migrate(JSON.parse(text) as FileHistory))
  }

  async *notes(): AsyncGenerator<TransactionNote, void, undefined> {
    for await (const lines of this.#lines(PATHS.transactions))
      for (const text of lines) yield JSON.parse(text) as TransactionNote
  }

  #lines(path: string): AsyncIterable<Iterable<string>> {
    return readLines(this.#bag.unpack(namedFile(this.#bag, path)), path)
  }
}

async function checkNotes(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const path = PATHS.transactions
  let [line, before] = [0, '']
  for await (const lines of readLines(pieces, path)) {
    for (const text of lines) {
      line += 1
      const note = parseNoteLine(text, { path, line })
      if (note.stamp <= before) refuse('bundle-damaged', `Line ${line} of “${path}” is not in order.`)
      before = note.stamp
    }
  }
}
