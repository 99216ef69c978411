import type { Block } from '../../domain/block'

/**
 * Where the characters outside the Basic Multilingual Plane are in one text: all that is needed to turn UTF-16
 * offsets into code points and back. Offsets past the end go on one by one, so that every offset has its counterpart.
 */
export interface TextTable {
  /** Null inside a surrogate pair, which no code point offset can name. */
  toCodePoint(utf16: number): number | null
  toUtf16(codePoint: number): number
}

/** The table of texts without such characters. */
export const PLAIN_TABLE: TextTable = { toCodePoint: (offset) => offset, toUtf16: (offset) => offset }

const HIGH_SURROGATE = /[\ud800-\udbff]/

function pairsIn(text: string, base: number, pairs: number[]): void {
  for (let index = 0; index < text.length - 1; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) !== 0xd800) continue
    if ((text.charCodeAt(index + 1) & 0xfc00) !== 0xdc00) continue
    pairs.push(base + index)
    index += 1
  }
}

function tableOf(pairs: readonly number[]): TextTable {
  if (pairs.length === 0) return PLAIN_TABLE
  const starts = Uint32Array.from(pairs)
  return {
    toCodePoint(utf16) {
      const before = countBelow(starts, utf16, 0)
      return before > 0 && starts[before - 1] === utf16 - 1 ? null : utf16 - before
    },
    toUtf16: (codePoint) => codePoint + countBelow(starts, codePoint, 1),
  }
}

/** Number of pairs whose start, less `shift` for every pair before it, is below the offset. */
function countBelow(starts: Uint32Array, offset: number, shift: 0 | 1): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) - shift * middle < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The table of one text. */
export function tableOfText(text: string): TextTable {
  if (!HIGH_SURROGATE.test(text)) return PLAIN_TABLE
  const pairs: number[] = []
  pairsIn(text, 0, pairs)
  return tableOf(pairs)
}

/** The table of the canonical text of some blocks, without building that text. */
export function tableOfBlocks(blocks: readonly Block[]): TextTable {
  const pairs: number[] = []
  let base = 0
  for (const { text } of blocks) {
    if (HIGH_SURROGATE.test(text)) pairsIn(text, base, pairs)
    base += text.length + 1
  }
  return tableOf(pairs)
}
