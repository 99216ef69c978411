import type { Failure, Result } from '../base/result'
import type { ByteSource } from './container/byte-source'
import { bytesAsSource } from './container/byte-source'
import type { Deflater } from './container/deflate'
import { deflaterOf, knowsDeflater } from './container/deflaters'
import { showPath } from './container/paths'
import type { ZipEntry } from './container/zip-layout'
import { rawBytes, unpack } from './container/zip-reader'
import { BundleFailure } from './failure'
import { PATHS, WRITER_REVISION } from './format'
import { openBag } from './open-bag'
import { type BundleContents, type ReadOptions, readBundle } from './read-bundle'
import { writeBundle } from './write-bundle'

export interface Verification {
  /** The bundle's content, when it can be read at all. */
  readonly contents: BundleContents | null
  /** One sentence for each fault; none: the bundle is as its writer made it. */
  readonly faults: readonly string[]
  /** Why it cannot be read. */
  readonly failure: Failure | null
  /** What was not looked at, and why, as the end of a sentence; null when everything was. */
  readonly unchecked: string | null
}

/**
 * Looks for every byte that the writer would not have written: the container, the hashes, the records, the signature, then
 * the deflated form of each file, and at last whether the derived files say what the records say.
 */
export async function verifyBundle(
  input: Uint8Array | ByteSource,
  options: ReadOptions = {},
): Promise<Verification> {
  const source = input instanceof Uint8Array ? bytesAsSource(input) : input
  const opened: Result<BundleContents> = await readBundle(source, options)
  if (!opened.ok)
    return { contents: null, faults: [opened.error.message], failure: opened.error, unchecked: null }
  const contents = opened.value
  const faults: string[] = []
  if (contents.signature.state === 'bad')
    faults.push(
      'The signature in “signature.json” is not of this bundle: somebody changed the bundle or the signature.',
    )
  const { writer } = contents.info
  const again = writer === WRITER_REVISION ? await findDerivedFaults(source, contents, options) : null
  // What is written again to the same bytes is packed as it must be; only the signature, where there is one, was not.
  const isSame = again?.length === 0
  if (!isSame || contents.signature.state !== 'missing')
    faults.push(
      ...(await findPackingFaults(source, writer, options, ({ path }) => !isSame || isSignature(path))),
    )
  if (faults.length === 0) faults.push(...(again ?? []))
  return { contents, faults, failure: null, unchecked: describeUnchecked(writer) }
}

/** What cannot be compared, because another revision of the program wrote it. */
function describeUnchecked(writer: number): string | null {
  if (writer === WRITER_REVISION) return null
  const age = writer < WRITER_REVISION ? 'an earlier' : 'a later'
  const what = knowsDeflater(writer) ? 'derived files were' : 'derived files and packing were'
  return `written by ${age} Florilegium, so its ${what} not compared with its records`
}

const isSignature = (path: string) => path.endsWith(`/${PATHS.signature}`)

async function findPackingFaults(
  source: ByteSource,
  writer: number,
  { signal }: ReadOptions,
  isDoubtful: (entry: ZipEntry) => boolean,
): Promise<string[]> {
  const deflater = await deflaterOf(writer)
  if (!deflater) return []
  const faults: string[] = []
  const { directory } = await openBag(source, signal)
  for (const entry of directory) {
    if (isDoubtful(entry) && !(await isPackedCanonically(source, entry, deflater)))
      faults.push(`“${showPath(entry.path)}” is packed in another way than bundles are.`)
  }
  return faults
}

async function isPackedCanonically(
  source: ByteSource,
  entry: ZipEntry,
  deflater: Deflater,
): Promise<boolean> {
  const comparison = new Comparison(rawBytes(source, entry))
  const waiting: Uint8Array[] = []
  deflater.begin(
    () => {},
    (bytes) => waiting.push(bytes),
  )
  for await (const piece of unpack(source, entry)) {
    deflater.push(piece)
    for (const bytes of waiting.splice(0)) if (!(await comparison.accepts(bytes))) return false
  }
  deflater.finish()
  for (const bytes of waiting.splice(0)) if (!(await comparison.accepts(bytes))) return false
  return comparison.isAtEnd()
}

/** Writes the bundle once more from its own records; every part must come out the same. The signature is left out of it. */
async function findDerivedFaults(
  source: ByteSource,
  contents: BundleContents,
  options: ReadOptions,
): Promise<string[]> {
  const comparison = new Comparison(allBytes(source))
  const { directory } = await openBag(source, options.signal)
  const last = directory.at(directory.count - 1)
  const limit = isSignature(last.path) ? last.offset : Number.POSITIVE_INFINITY
  const again = writeBundle(contents, {
    name: contents.title,
    fullText: contents.info.text === 'included',
    privateNotes: contents.info.privateNotes === 'included',
    ...(options.newHash ? { newHash: options.newHash } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  try {
    for await (const bytes of again) {
      const compared = bytes.subarray(0, Math.max(0, Math.min(bytes.length, limit - comparison.position)))
      if (compared.length > 0 && !(await comparison.accepts(compared))) {
        const file = [...directory].findLast(({ offset }) => offset <= comparison.position)
        return [`“${showPath(file?.path ?? '')}” does not say what the records in the bundle say.`]
      }
      if (comparison.position >= limit) break
    }
  } catch (error) {
    if (error instanceof BundleFailure) return [error.failure.message]
    throw error
  }
  return []
}

async function* allBytes(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  const room = new Uint8Array(1 << 18)
  for (let at = 0; at < source.size; at += room.length)
    yield await source.read(at, Math.min(source.size, at + room.length), room)
}

/** Compares two streams that come in pieces of different sizes. */
class Comparison {
  readonly #expected: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()
  /** Bytes that were equal so far. */
  position = 0

  constructor(expected: AsyncIterable<Uint8Array>) {
    this.#expected = expected[Symbol.asyncIterator]()
  }

  async accepts(bytes: Uint8Array): Promise<boolean> {
    for (let at = 0; at < bytes.length; ) {
      if (this.#rest.length === 0) {
        const next = await this.#expected.next()
        if (next.done) return false
        this.#rest = next.value
      }
      const rest = this.#rest
      const length = Math.min(rest.length, bytes.length - at)
      let same = 0
      while (same < length && rest[same] === bytes[at + same]) same += 1
      this.position += same
      if (same < length) return false
      this.#rest = rest.subarray(length)
      at += length
    }
    return true
  }

  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#expected.next()).done === true
  }
}
