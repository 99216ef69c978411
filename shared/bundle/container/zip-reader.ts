import { refuse, type StopSignal, throwIfStopped } from '../failure'
import { READ_LIMITS } from '../format'
import { decodeText } from '../utf8'
import type { ByteSource } from './byte-source'
import { crc32 } from './crc32'
import { Inflater } from './inflate'
import { InflateError } from './inflate-table'
import { findPathFault, pathKey, showPath } from './paths'
import {
  CENTRAL_HEADER_SIZE,
  centralHeader,
  DESCRIPTOR_SIZE,
  dataDescriptor,
  END_RECORD_SIZE,
  endOf,
  endRecord,
  localHeader,
  type ZipEntry,
} from './zip-layout'

const STEP = 1 << 18
const END_SIGNATURE = 0x06054b50

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/**
 * Reads a zip's directory and checks that the whole container is as `writeZip` makes it: every header byte, no gaps, no
 * overlaps, no links, no odd or clashing names. What is inside the files is not looked at. Throws `BundleFailure`.
 */
export async function readDirectory(source: ByteSource, signal?: StopSignal): Promise<readonly ZipEntry[]> {
  if (source.size > READ_LIMITS.bundle) refuse('bundle-too-large', 'The bundle is larger than 4 GB.')
  const { count, size, offset } = await readEnd(source)
  const directory = await source.read(offset, offset + size)
  const entries = [...parseDirectory(directory, count)]
  checkNames(entries)
  checkSizes(entries)
  await checkLayout(source, entries, offset, signal)
  return entries
}

async function readEnd(source: ByteSource) {
  const start = await source.read(0, Math.min(4, source.size))
  if (source.size < END_RECORD_SIZE || !(start[0] === 0x50 && start[1] === 0x4b))
    refuse('not-a-bundle', 'This file is not a bundle: it is not a zip file.')
  const end = await source.read(source.size - END_RECORD_SIZE, source.size)
  const view = viewOf(end)
  if (view.getUint32(0, true) !== END_SIGNATURE)
    refuse(
      'bundle-damaged',
      'The bundle is cut off or has something after its end: its zip directory is missing.',
    )
  const [count, size, offset] = [view.getUint16(10, true), view.getUint32(12, true), view.getUint32(16, true)]
  if (!isSame(end, endRecord(count, size, offset)))
    refuse('bundle-damaged', 'The zip directory’s last record is not as a bundle’s.')
  if (offset + size !== source.size - END_RECORD_SIZE || size > READ_LIMITS.directory || count === 0)
    refuse('bundle-damaged', 'The zip directory is not where it should be.')
  return { count, size, offset }
}

function* parseDirectory(bytes: Uint8Array, count: number): Generator<ZipEntry> {
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_HEADER_SIZE > bytes.length) refuse('bundle-damaged', 'The zip directory ends too early.')
    const view = viewOf(bytes.subarray(at, at + CENTRAL_HEADER_SIZE))
    const nameLength = view.getUint16(28, true)
    const name = decodeText(bytes.subarray(at + CENTRAL_HEADER_SIZE, at + CENTRAL_HEADER_SIZE + nameLength))
    if (name === null)
      return refuse('bundle-damaged', `The name of file ${index + 1} in the zip is not UTF-8.`)
    const entry: ZipEntry = {
      path: name,
      crc: view.getUint32(16, true),
      compressed: view.getUint32(20, true),
      size: view.getUint32(24, true),
      offset: view.getUint32(42, true),
    }
    checkHeader(entry, view, bytes.subarray(at, at + CENTRAL_HEADER_SIZE + nameLength))
    yield entry
    at += CENTRAL_HEADER_SIZE + nameLength
  }
  if (at !== bytes.length) refuse('bundle-damaged', 'The zip directory holds more than it says.')
}

function checkHeader(entry: ZipEntry, view: DataView, bytes: Uint8Array): void {
  if (isSame(bytes, centralHeader(entry))) return
  const path = showPath(entry.path)
  const mode = view.getUint32(38, true) >>> 16
  if ((mode & 0o170000) === 0o120000) refuse('bundle-unsafe', `“${path}” is a link, which no bundle holds.`)
  if (view.getUint16(8, true) & 1)
    refuse('bundle-damaged', `“${path}” is encrypted in the zip’s own way, which no bundle is.`)
  refuse(
    'bundle-damaged',
    `The zip directory’s line for “${path}” is not as a bundle’s: another program made this zip or packed it again. Ask for the bundle as it was written.`,
  )
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Map<string, string>()
  for (const { path } of entries) {
    const fault = findPathFault(path)
    if (fault !== null) refuse('bundle-unsafe', `“${showPath(path)}” ${fault}.`)
    const key = pathKey(path)
    const earlier = seen.get(key)
    if (earlier !== undefined)
      refuse(
        'bundle-unsafe',
        `“${showPath(path)}” and “${showPath(earlier)}” would be the same file on some systems.`,
      )
    seen.set(key, path)
  }
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let total = 0
  for (const { path, size, compressed } of entries) {
    total += size
    if (size > READ_LIMITS.ratioFloor && size > compressed * READ_LIMITS.ratio)
      refuse(
        'bundle-unsafe',
        `“${showPath(path)}” would unpack to more than ${READ_LIMITS.ratio} times its size.`,
      )
    if (total > READ_LIMITS.unpacked)
      refuse('bundle-too-large', 'The bundle would unpack to more than 16 GB.')
  }
}

async function checkLayout(
  source: ByteSource,
  entries: readonly ZipEntry[],
  directoryOffset: number,
  signal: StopSignal | undefined,
): Promise<void> {
  let next = 0
  for (const entry of entries) {
    throwIfStopped(signal)
    const path = showPath(entry.path)
    if (entry.offset !== next)
      refuse('bundle-damaged', `“${path}” does not start where the file before it ends.`)
    next = endOf(entry)
    if (next > directoryOffset) refuse('bundle-damaged', `“${path}” reaches into the zip directory.`)
    const header = localHeader(entry.path)
    if (!isSame(await source.read(entry.offset, entry.offset + header.length), header))
      refuse('bundle-damaged', `The zip header before “${path}” is not as a bundle’s.`)
    if (!isSame(await source.read(next - DESCRIPTOR_SIZE, next), dataDescriptor(entry)))
      refuse('bundle-damaged', `The zip record after “${path}” is not as a bundle’s.`)
  }
  if (next !== directoryOffset)
    refuse('bundle-damaged', 'Something lies between the last file and the zip directory.')
}

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
