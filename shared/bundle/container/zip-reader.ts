import { refuse, type StopSignal, throwIfStopped } from '../failure'
import type { ByteSource } from './byte-source'
import { crc32 } from './crc32'
import { Inflater } from './inflate'
import { InflateError } from './inflate-table'
import { showPath } from './paths'
import { DESCRIPTOR_SIZE, endOf, type ZipEntry } from './zip-layout'

const STEP = 1 << 18

/** Where a file's deflated bytes are. */
export function dataRange(entry: ZipEntry): readonly [start: number, end: number] {
  const end = endOf(entry) - DESCRIPTOR_SIZE
  return [end - entry.compressed, end]
}

/** A file's deflated bytes as they are in the container. A piece holds until the next one is asked for. */
export async function* rawBytes(
  source: ByteSource,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, void, undefined> {
  const [start, end] = dataRange(entry)
  const room = new Uint8Array(Math.min(STEP, end - start))
  for (let at = start; at < end; at += STEP) yield await source.read(at, Math.min(end, at + STEP), room)
}

/** What unpacks one file at a time, with room for the bytes it takes in. */
interface Unpacker {
  readonly inflater: Inflater
  readonly room: Uint8Array
}

/** Unpackers that are not at work: they are large, and files are many and small. */
const idle: Unpacker[] = []

/**
 * Unpacks a file as a stream, never beyond the size that the directory states; refuses it when size or checksum is wrong. A piece
 * holds until the next one is asked for.
 */
export async function* unpack(
  source: ByteSource,
  entry: ZipEntry,
  signal?: StopSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const unpacker = idle.pop() ?? { inflater: new Inflater(), room: new Uint8Array(STEP) }
  unpacker.inflater.reset()
  try {
    yield* inflate(source, entry, unpacker, signal)
  } finally {
    idle.push(unpacker)
  }
}

async function* inflate(
  source: ByteSource,
  entry: ZipEntry,
  { inflater, room }: Unpacker,
  signal: StopSignal | undefined,
) {
  let [size, crc] = [0, 0]
  const [start, end] = dataRange(entry)
  for (let at = start; at < end; at += STEP) {
    throwIfStopped(signal)
    const step = Math.min(end, at + STEP)
    inflater.feed(await source.read(at, step, room), step === end)
    for (let piece = nextPiece(inflater, entry); piece; piece = nextPiece(inflater, entry)) {
      size += piece.length
      if (size > entry.size)
        refuse('bundle-damaged', `“${showPath(entry.path)}” is larger than the zip says.`)
      crc = crc32(piece, crc)
      yield piece
    }
  }
  if (!inflater.isDone || size !== entry.size || crc !== entry.crc)
    refuse('bundle-damaged', `“${showPath(entry.path)}” is damaged: its checksum is wrong.`)
}

function nextPiece(inflater: Inflater, { path }: ZipEntry): Uint8Array | null {
  try {
    return inflater.next()
  } catch (error) {
    if (!(error instanceof InflateError)) throw error
    return refuse('bundle-damaged', `“${showPath(path)}” is damaged: it cannot be unpacked.`)
  }
}
