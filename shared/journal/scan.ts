import type { JournalDamage } from '@shared/host/host-api'
import { type DecodedLine, decodeLine, eachLine } from './line'

export interface SegmentScan {
  readonly lines: readonly DecodedLine[]
  /** Lines that cannot be read: their number in the file from 1, and how many of `lines` come before. */
  readonly damaged: readonly { readonly line: number; readonly position: number }[]
  /** Bytes up to the end of the last whole line. */
  readonly wholeBytes: number
  /** What comes after the last line feed: nothing, half an entry, or an entry that only lacks its line feed. */
  readonly tail: 'none' | 'torn' | 'unterminated'
}

/** Reads every line of a segment, telling apart what is whole, what is damaged, and an unfinished end. */
export function scanSegment(bytes: Uint8Array): SegmentScan {
  const lines: DecodedLine[] = []
  const damaged: { line: number; position: number }[] = []
  const wholeBytes = eachLine(bytes, (start, end, line) => {
    const decoded = decodeLine(bytes, start, end)
    if (decoded === null) damaged.push({ line, position: lines.length })
    else lines.push(decoded)
  })
  if (wholeBytes === bytes.length) return { lines, damaged, wholeBytes, tail: 'none' }
  const last = decodeLine(bytes, wholeBytes, bytes.length)
  if (last === null) return { lines, damaged, wholeBytes, tail: 'torn' }
  return { lines: [...lines, last], damaged, wholeBytes: bytes.length, tail: 'unterminated' }
}

/** Damage for a line that cannot be read; `seq` is the number it must have had. */
export function damagedLine(file: string, line: number, seq: number): JournalDamage {
  const message = `Change ${seq} in the safety copy is damaged and was skipped (${file}, line ${line}).`
  return { kind: 'damaged', file, line, seq, message }
}

/** Damage for an unfinished last entry. */
export function tornLine(file: string, line: number, seq: number): JournalDamage {
  const message = `The last change in the safety copy was unfinished and was cut (${file}, line ${line}).`
  return { kind: 'torn', file, line, seq, message }
}

/** Damage for numbers that are missing where no damaged line explains them. */
export function missingEntries(file: string, from: number, to: number): JournalDamage {
  const which = from === to ? `Change ${from} is` : `Changes ${from} to ${to} are`
  return {
    kind: 'gap',
    file,
    line: 0,
    seq: from,
    message: `${which} missing from the safety copy (before ${file}).`,
  }
}
