import { FORMAT_VERSION } from '../migrations/migrations'
import { type BagInfo, bagInfoText, type HashedFile, manifestLine, PATH_START } from './bagit'
import { ByteLog } from './container/byte-log'
import { type MakeHash, makeHash } from './container/hash'
import { folderNameOf } from './container/paths'
import { type FilePart, type WrittenFile, writeZip } from './container/zip-writer'
import { throwIfStopped } from './failure'
import { BAGIT_TEXT, PATHS, RECORD_ORDER, WRITER_REVISION } from './format'
import type { BundleOptions } from './options'
import { annotationParts } from './parts/annotations'
import { articleParts } from './parts/articles'
import { contextParts } from './parts/contexts'
import { crateParts } from './parts/crate'
import { Digest } from './parts/digest'
import { graphParts } from './parts/graph'
import { noteParts } from './parts/notes'
import type { Part, PartContext } from './parts/part'
import { recordParts } from './parts/records'
import { tagParts } from './parts/tags'
import { previewParts } from './preview/preview'
import { RecordCodec } from './records/codec'
import { signatureText } from './signature'
import type { BundleSource } from './source'
import { decodeText, encodeText } from './utf8'
import { restrict } from './withhold'

/** The visible list of what a bundle's payload consists of, in order. Records come first: the rest is derived from them. */
const PARTS: readonly Part[] = [
  recordParts,
  articleParts,
  annotationParts,
  graphParts,
  tagParts,
  noteParts,
  contextParts,
  previewParts,
  crateParts,
]

const PIECE = 1 << 18
const LINE_FEED = 10

/**
 * Writes a bundle as a stream of bytes; memory does not grow with the number of annotations. A piece holds until the next one is asked for.
 * Equal content gives equal bytes, whoever writes it and wherever. Throws `BundleFailure` when stopped or when the content goes beyond what a zip holds.
 */
export async function* writeBundle(
  source: BundleSource,
  options: BundleOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const restricted = await restrict(source, options, RECORD_ORDER)
  const digest = new Digest(new RecordCodec())
  const name = titleOf(options.name)
  const bag = new Bag(folderNameOf(name))
  const context: PartContext = {
    name,
    source: restricted,
    digest,
    newHash: newHashOf(options),
    fullText: options.fullText ?? true,
    payload: () => bag.payload(),
  }
  yield* gather(writeZip(bag.files(context, options), context.newHash, bag.note), options)
}

/** A title on one line, as bag-info.txt needs it. */
function titleOf(name: string): string {
  const plain = name.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
  return Array.from(plain).slice(0, 200).join('').trim() || 'Notebook'
}

const newHashOf = (options: BundleOptions): MakeHash => options.newHash ?? makeHash

/** Joins small pieces, so that hosts write few large ones, all in the same room. */
async function* gather(pieces: AsyncIterable<Uint8Array>, { signal, progress }: BundleOptions) {
  const room = new Uint8Array(PIECE)
  let [size, done] = [0, 0]
  for await (const piece of pieces) {
    throwIfStopped(signal)
    for (let from = 0; from < piece.length; ) {
      const taken = Math.min(PIECE - size, piece.length - from)
      room.set(piece.subarray(from, from + taken), size)
      from += taken
      size += taken
      if (size < PIECE) continue
      yield room
      done += size
      progress?.(done, 0)
      size = 0
    }
  }
  if (size > 0) yield room.subarray(0, size)
}

/** The bag around the payload: hands out its files in order and hears what became of each. */
class Bag {
  readonly #folder: string
  /** The lines of the payload's manifest. */
  readonly #payload = new ByteLog()
  readonly #tags: HashedFile[] = []
  #payloadFiles = 0
  #payloadBytes = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  readonly note = ({ path, hash, size }: WrittenFile): void => {
    const inside = path.slice(this.#folder.length + 1)
    if (!inside.startsWith('data/')) {
      this.#tags.push({ path: inside, hash })
      return
    }
    this.#payload.add(encodeText(manifestLine({ path: inside, hash })))
    this.#payloadFiles += 1
    this.#payloadBytes += size
  };

  /** Paths of the payload's files so far, relative to `data/`. */
  *payload(): Generator<string> {
    for (const portion of this.#payload.portions()) {
      for (let from = 0, end = 0; from < portion.length; from = end + 1) {
        end = portion.indexOf(LINE_FEED, from)
        // Each is decoded alone: a part of a larger text would keep all of that in memory.
        yield decodeText(portion.subarray(from + PATH_START + 'data/'.length, end)) ?? ''
      }
    }
  }

  /** The payload's manifest in runs of whole lines. */
  *#manifest(): Generator<string> {
    for (const portion of this.#payload.portions()) yield decodeText(portion) ?? ''
  }

  async *files(context: PartContext, options: BundleOptions): AsyncGenerator<FilePart, void, undefined> {
    for await (const { path, content } of this.#parts(context, options))
      yield { path: `${this.#folder}/${path}`, content }
  }

  async *#parts(context: PartContext, options: BundleOptions): AsyncGenerator<FilePart, void, undefined> {
    yield { path: PATHS.bagit, content: [BAGIT_TEXT] }
    for (const part of PARTS) yield* part(context)
    yield { path: PATHS.info, content: [bagInfoText(this.#info(context, options))] }
    yield { path: PATHS.manifest, content: this.#manifest() }
    const tagManifest = this.#tags.map(manifestLine).join('')
    yield { path: PATHS.tagManifest, content: [tagManifest] }
    if (options.signer)
      yield { path: PATHS.signature, content: [await signatureText(options.signer, encodeText(tagManifest))] }
  }

  #info({ digest, fullText, name }: PartContext, { privateNotes }: BundleOptions): BagInfo {
    const time = digest.latestTime
    return {
      title: name,
      format: FORMAT_VERSION,
      writer: WRITER_REVISION,
      date: time === null ? null : new Date(time).toISOString().slice(0, 10),
      payloadBytes: this.#payloadBytes,
      payloadFiles: this.#payloadFiles,
      text: fullText ? 'included' : 'withheld',
      privateNotes: privateNotes ? 'included' : 'left out',
    }
  }
}
