import { crc32c } from './crc32c'
import { decodeUtf8, encodeUtf8 } from './utf8'

/**
 * One line of a journal file: `{"seq":12,"crc":"9ae0daaf","data":…}` and a line feed, so that any program that
 * reads NDJSON can read it. The checksum is CRC-32C over the UTF-8 bytes of the number, a colon, and the data
 * exactly as written: a flipped bit in either shows.
 */
export interface DecodedLine {
  readonly seq: number
  readonly crc: number
  /** The range of the data's bytes, to be read only when wanted. */
  readonly dataStart: number
  readonly dataEnd: number
}

const LINE_FEED = 10
const CLOSING_BRACE = 125
const HEAD = /^\{"seq":(\d{1,16}),"crc":"([0-9a-f]{8})","data":/
/** More bytes than any head takes. */
const HEAD_LIMIT = 60

/** The checksum of an entry: of its number and its data together. */
export function checksum(seq: number, data: Uint8Array, start = 0, end = data.length): number {
  return crc32c(data, start, end, crc32c(encodeUtf8(`${seq}:`)))
}

/** A line ready to be written. */
export interface EncodedLine {
  readonly seq: number
  readonly crc: number
  /** With its line feed. */
  readonly bytes: Uint8Array
}

/** Writes one line; `data` is one JSON text without line breaks. */
export function encodeLine(seq: number, data: string): EncodedLine {
  const body = encodeUtf8(data)
  const crc = checksum(seq, body)
  const head = encodeUtf8(`{"seq":${seq},"crc":"${crc.toString(16).padStart(8, '0')}","data":`)
  const line = new Uint8Array(head.length + body.length + 2)
  line.set(head)
  line.set(body, head.length)
  line[line.length - 2] = CLOSING_BRACE
  line[line.length - 1] = LINE_FEED
  return { seq, crc, bytes: line }
}

/** Reads the line at `start`-`end` (without its line feed); null when it is not whole or its checksum is wrong. */
export function decodeLine(bytes: Uint8Array, start: number, end: number): DecodedLine | null {
  const match = HEAD.exec(readAscii(bytes, start, Math.min(end, start + HEAD_LIMIT)))
  if (match === null || bytes[end - 1] !== CLOSING_BRACE) return null
  const seq = Number(match[1])
  const crc = Number.parseInt(match[2] as string, 16)
  const dataStart = start + match[0].length
  const dataEnd = end - 1
  if (dataEnd <= dataStart || checksum(seq, bytes, dataStart, dataEnd) !== crc) return null
  return { seq, crc, dataStart, dataEnd }
}

/** The data of a decoded line, as it was written. */
export function dataOf(bytes: Uint8Array, line: DecodedLine): string {
  return decodeUtf8(bytes.subarray(line.dataStart, line.dataEnd))
}

function readAscii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

/** Calls `visit` for every line with its number from 1; gives where the last whole line ends. */
export function eachLine(
  bytes: Uint8Array,
  visit: (start: number, end: number, number: number) => void,
): number {
  let start = 0
  for (let number = 1; ; number += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end === -1) return start
    visit(start, end, number)
    start = end + 1
  }
}

/** Whether a text can be the data of a line. */
export function isLineData(data: unknown): data is string {
  return typeof data === 'string' && data.length > 0 && !data.includes('\n') && !data.includes('\r')
}
