import { checksum, dataOf, decodeLine, eachLine, encodeLine } from './line'
import { encodeUtf8 } from './utf8'

/**
 * A snapshot file: lines as in a segment, numbered 1, 2, 3 … within the file, and a last line numbered 0 that says
 * how many there are and up to which transaction they speak. Without that last line a snapshot is not whole.
 */
export interface SnapshotEnd {
  readonly seq: number
  readonly lines: number
}

/** More bytes than a last line takes. */
export const SNAPSHOT_END_LIMIT = 200

/** Encodes lines that follow `written` earlier ones, as one run of bytes. */
export function encodeSnapshotLines(written: number, lines: readonly string[]): Uint8Array {
  return concatenate(lines.map((line, index) => encodeLine(written + index + 1, line).bytes))
}

/** The last line of a snapshot. */
export function encodeSnapshotEnd(end: SnapshotEnd): Uint8Array {
  return encodeLine(0, JSON.stringify({ seq: end.seq, lines: end.lines })).bytes
}

/** Reads the last line from a snapshot's last bytes; null when the snapshot is not whole. */
export function decodeSnapshotEnd(tail: Uint8Array): SnapshotEnd | null {
  if (tail.at(-1) !== 10) return null
  const start = tail.lastIndexOf(10, tail.length - 2) + 1
  const line = decodeLine(tail, start, tail.length - 1)
  if (line === null || line.seq !== 0) return null
  const { seq, lines } = JSON.parse(dataOf(tail, line)) as SnapshotEnd
  return Number.isSafeInteger(seq) && Number.isSafeInteger(lines) ? { seq, lines } : null
}

export interface SnapshotRun {
  readonly items: readonly string[]
  /** Which of the run's lines, from 1, cannot be read. */
  readonly damaged: readonly number[]
  /** How many lines the run has, readable or not, without the last line of the file. */
  readonly lines: number
  /** Bytes used: the next run starts after them. */
  readonly used: number
}

/** Reads the whole lines in a run of a snapshot's bytes. */
export function readSnapshotRun(bytes: Uint8Array): SnapshotRun {
  const items: string[] = []
  const damaged: number[] = []
  let lines = 0
  const used = eachLine(bytes, (start, end, number) => {
    const line = decodeLine(bytes, start, end)
    if (line?.seq === 0) return
    lines += 1
    if (line === null) damaged.push(number)
    else items.push(dataOf(bytes, line))
  })
  return { items, damaged, lines, used }
}

/** Joins runs of bytes. */
export function concatenate(runs: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 0))
  let at = 0
  for (const run of runs) {
    whole.set(run, at)
    at += run.length
  }
  return whole
}

/** The checksum that an entry of this number and text has. */
export function checksumOf(seq: number, data: string): number {
  return checksum(seq, encodeUtf8(data))
}
