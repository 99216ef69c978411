import { refuse, type StopSignal, throwIfStopped } from '../failure'
import { READ_LIMITS } from '../format'
import { decodeText } from '../utf8'
import type { ByteSource } from './byte-source'
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

const END_SIGNATURE = 0x06054b50

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/**
 * Reads a zip's directory and checks that the whole container is as `writeZip` makes it: every header byte, no gaps, no
 * overlaps, no links, no odd or clashing names. What is inside the files is not looked at. Throws `BundleFailure`.
 */
export async function readDirectory(source: ByteSource, signal?: StopSignal): Promise<Directory> {
  if (source.size > READ_LIMITS.bundle) refuse('bundle-too-large', 'The bundle is larger than 4 GB.')
  const { count, size, offset } = await readEnd(source)
  const directory = new Directory((await source.read(offset, offset + size)).slice(), count)
  checkNames(directory)
  checkSizes(directory)
  await checkLayout(source, directory, offset, signal)
  return directory
}

/** A zip's directory as its bytes, from which each entry is made when it is asked for: an entry of its own for every file would take ten times the room. */
export class Directory implements Iterable<ZipEntry> {
  readonly count: number
  readonly #bytes: Uint8Array
  /** Where each entry starts in the bytes, and at last where they end. */
  readonly #starts: Uint32Array

  /** Takes the bytes as they are in the zip; refuses any that `writeZip` would not have written. */
  constructor(bytes: Uint8Array, count: number) {
    this.#bytes = bytes
    this.count = count
    this.#starts = new Uint32Array(count + 1)
    for (let index = 0; index < count; index += 1) {
      const start = this.#starts[index] as number
      this.#starts[index + 1] = start + checkedLength(bytes.subarray(start), index)
    }
    if (this.#starts[count] !== bytes.length)
      refuse('bundle-damaged', 'The zip directory holds more than it says.')
  }

  /** The entry at a place from 0. */
  at(index: number): ZipEntry {
    return entryOf(this.#bytes.subarray(this.#starts[index], this.#starts[index + 1]))
  }

  *[Symbol.iterator](): Generator<ZipEntry> {
    for (let index = 0; index < this.count; index += 1) yield this.at(index)
  }
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

/** Checks the entry at the start of some bytes; gives its length. */
function checkedLength(bytes: Uint8Array, index: number): number {
  if (bytes.length < CENTRAL_HEADER_SIZE) refuse('bundle-damaged', 'The zip directory ends too early.')
  const length = CENTRAL_HEADER_SIZE + viewOf(bytes).getUint16(28, true)
  const header = bytes.subarray(0, length)
  if (decodeText(header.subarray(CENTRAL_HEADER_SIZE)) === null)
    refuse('bundle-damaged', `The name of file ${index + 1} in the zip is not UTF-8.`)
  checkHeader(entryOf(header), viewOf(header), header)
  return length
}

function entryOf(header: Uint8Array): ZipEntry {
  const view = viewOf(header)
  return {
    path: decodeText(header.subarray(CENTRAL_HEADER_SIZE)) ?? '',
    crc: view.getUint32(16, true),
    compressed: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  }
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

function checkNames(entries: Iterable<ZipEntry>): void {
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

function checkSizes(entries: Iterable<ZipEntry>): void {
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
  entries: Iterable<ZipEntry>,
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
