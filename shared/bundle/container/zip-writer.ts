import { refuse } from '../failure'
import { encodeInPortions } from '../utf8'
import { ByteLog } from './byte-log'
import { crc32 } from './crc32'
import { CanonicalDeflate } from './deflate'
import { type MakeHash, type StreamHash, toHex } from './hash'
import {
  centralHeader,
  dataDescriptor,
  END_RECORD_SIZE,
  endOf,
  endRecord,
  localHeader,
  ZIP_LIMITS,
  type ZipEntry,
} from './zip-layout'

/** A file to write: its text comes as a stream of pieces of any size. */
export interface FilePart {
  readonly path: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

/** What was written: the hash is SHA-256 in hexadecimal digits. */
export interface WrittenFile extends ZipEntry {
  readonly hash: string
}

/**
 * Writes files as a zip, in the order given, holding no more than one piece in memory. `onWritten` is told of each
 * file before the next one is asked for, so that a later file (a manifest) can speak of the earlier ones.
 */
export async function* writeZip(
  files: AsyncIterable<FilePart>,
  newHash: MakeHash,
  onWritten: (file: WrittenFile) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const directory = new ByteLog()
  const deflate = new CanonicalDeflate()
  let [offset, count] = [0, 0]
  for await (const file of files) {
    const written = yield* writeFile(file, offset, newHash(), deflate)
    directory.add(centralHeader(written))
    offset = endOf(written)
    count += 1
    if (count > ZIP_LIMITS.entries)
      refuse('bundle-too-large', 'A bundle holds at most 65,534 files: choose fewer articles or notes.')
    onWritten(written)
  }
  if (offset + directory.size + END_RECORD_SIZE > ZIP_LIMITS.bytes) refuseSize('the directory')
  yield* directory.portions()
  yield endRecord(count, directory.size, offset)
}

async function* writeFile(
  { path, content }: FilePart,
  offset: number,
  hash: StreamHash,
  deflate: CanonicalDeflate,
): AsyncGenerator<Uint8Array, WrittenFile, undefined> {
  const waiting: Uint8Array[] = []
  let [crc, size, compressed] = [0, 0, 0]
  deflate.begin(
    (block) => {
      hash.update(block)
      crc = crc32(block, crc)
      size += block.length
    },
    (bytes) => {
      waiting.push(bytes)
      compressed += bytes.length
    },
  )
  yield localHeader(path)
  for await (const text of inPieces(content)) {
    for (const bytes of encodeInPortions(text)) {
      deflate.push(bytes)
      if (offset + compressed > ZIP_LIMITS.bytes || size > ZIP_LIMITS.bytes) refuseSize(path)
      yield* waiting.splice(0)
    }
  }
  deflate.finish()
  yield* waiting.splice(0)
  const file = { path, crc, compressed, size, offset, hash: toHex(hash.digest()) }
  yield dataDescriptor(file)
  return file
}

const PIECE = 1 << 14

/** Joins lines, since many short ones cost more than few long ones. */
async function* inPieces(content: FilePart['content']): AsyncGenerator<string, void, undefined> {
  let piece = ''
  for await (const text of content) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function refuseSize(path: string): never {
  refuse(
    'bundle-too-large',
    `A bundle holds at most 4 GB, and “${path}” goes beyond that: choose fewer articles.`,
  )
}
