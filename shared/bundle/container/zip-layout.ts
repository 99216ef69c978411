import { encodeText } from '../utf8'

/** What the container says of one file. Sizes and offsets in bytes. */
export interface ZipEntry {
  /** Path inside the zip, with the bag's folder in front. */
  readonly path: string
  readonly crc: number
  readonly compressed: number
  readonly size: number
  /** Where its local header starts. */
  readonly offset: number
}

/** A plain zip holds no more than this; bundles stay plain so that every program reads them. */
export const ZIP_LIMITS = { entries: 65_534, bytes: 0xffff_fffe } as const

export const LOCAL_HEADER_SIZE = 30
export const DESCRIPTOR_SIZE = 16
export const CENTRAL_HEADER_SIZE = 46
export const END_RECORD_SIZE = 22

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Made by and needed: PKZIP 2.0, of MS-DOS, which has no links and no permissions. */
const VERSION = 20
/** Sizes follow the data (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980, 0:00: the same for all files. */
const DATE = 0x0021

type Field = readonly [value: number, bytes: 2 | 4]

function fields(...values: readonly Field[]): Uint8Array {
  // By index: there are hundreds of these in the smallest bundle, and taking them apart costs more than they do.
  let length = 0
  for (let index = 0; index < values.length; index += 1) length += (values[index] as Field)[1]
  const view = new DataView(new ArrayBuffer(length))
  let at = 0
  for (let index = 0; index < values.length; index += 1) {
    const field = values[index] as Field
    if (field[1] === 2) view.setUint16(at, field[0], true)
    else view.setUint32(at, field[0], true)
    at += field[1]
  }
  return new Uint8Array(view.buffer)
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length)
  whole.set(head)
  whole.set(tail, head.length)
  return whole
}

/** The bytes before a file's data. */
export function localHeader(path: string): Uint8Array {
  const name = encodeText(path)
  const head = fields(
    [LOCAL, 4],
    [VERSION, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [0, 2],
    [DATE, 2],
    [0, 4],
    [0, 4],
    [0, 4],
    [name.length, 2],
    [0, 2],
  )
  return join(head, name)
}

/** The bytes after a file's data. */
export function dataDescriptor(entry: ZipEntry): Uint8Array {
  return fields([DESCRIPTOR, 4], [entry.crc, 4], [entry.compressed, 4], [entry.size, 4])
}

/** A file's line in the directory. */
export function centralHeader(entry: ZipEntry): Uint8Array {
  const name = encodeText(entry.path)
  const head = fields(
    [CENTRAL, 4],
    [VERSION, 2],
    [VERSION, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [0, 2],
    [DATE, 2],
    [entry.crc, 4],
    [entry.compressed, 4],
    [entry.size, 4],
    [name.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [entry.offset, 4],
  )
  return join(head, name)
}

/** The last bytes of the zip. */
export function endRecord(entries: number, directorySize: number, directoryOffset: number): Uint8Array {
  return fields(
    [END, 4],
    [0, 2],
    [0, 2],
    [entries, 2],
    [entries, 2],
    [directorySize, 4],
    [directoryOffset, 4],
    [0, 2],
  )
}

/** Where the file after this one starts. */
export function endOf(entry: ZipEntry): number {
  const name = encodeText(entry.path).length
  return entry.offset + LOCAL_HEADER_SIZE + name + entry.compressed + DESCRIPTOR_SIZE
}
