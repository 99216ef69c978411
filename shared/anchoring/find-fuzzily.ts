import type { FoldedText } from './fold-text'

const lettersPerMistake = 5
/** Bit vectors of 31 are what shifts and additions of 32-bit numbers allow; longer queries are searched by their head. */
const longestPattern = 31

/** State of one column: where the vertical differences are +1 and -1, and how many mistakes the whole pattern needs. */
interface Column {
  plus: number
  minus: number
  mistakes: number
}

/**
 * Finds stretches that differ from `pattern` by at most one letter in five (Myers' bit-parallel matching, 1999, in one
 * pass); of overlapping ones the best, and among equals the first. Gives offsets into the source, UTF-16.
 */
export function findFuzzily(folded: FoldedText, pattern: string, mostHits: number): [number, number][] {
  const head = pattern.slice(0, longestPattern)
  if (head === '') return []
  const allowed = Math.floor(head.length / lettersPerMistake)
  const ends = findEnds(folded.text, head, allowed)
  return bestOfOverlapping(folded, head, pattern.length - head.length, ends, mostHits)
}

interface End {
  /** Behind the last character, in the folded text. */
  readonly at: number
  readonly mistakes: number
}

function maskOf(pattern: string): Map<number, number> {
  const masks = new Map<number, number>()
  for (let k = 0; k < pattern.length; k += 1) {
    const unit = pattern.charCodeAt(k)
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << k))
  }
  return masks
}

function findEnds(text: string, pattern: string, allowed: number): End[] {
  const wide = maskOf(pattern)
  const narrow = new Int32Array(0x180)
  for (const [unit, mask] of wide) if (unit < narrow.length) narrow[unit] = mask
  const column: Column = { plus: -1, minus: 0, mistakes: pattern.length }
  const top = 1 << (pattern.length - 1)
  const ends: End[] = []
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    advance(column, unit < narrow.length ? (narrow[unit] as number) : (wide.get(unit) ?? 0), top)
    if (column.mistakes <= allowed) ends.push({ at: at + 1, mistakes: column.mistakes })
  }
  return ends
}

function advance(column: Column, equal: number, top: number): void {
  const { plus, minus } = column
  const vertical = equal | minus
  const diagonal = (((equal & plus) + plus) ^ plus) | equal
  let horizontalPlus = minus | ~(diagonal | plus)
  let horizontalMinus = plus & diagonal
  if (horizontalPlus & top) column.mistakes += 1
  else if (horizontalMinus & top) column.mistakes -= 1
  horizontalPlus <<= 1
  horizontalMinus <<= 1
  column.plus = horizontalMinus | ~(vertical | horizontalPlus)
  column.minus = horizontalPlus & vertical
}

function bestOfOverlapping(
  folded: FoldedText,
  pattern: string,
  rest: number,
  ends: readonly End[],
  mostHits: number,
): [number, number][] {
  const hits: [number, number][] = []
  for (let k = 0; k < ends.length && hits.length < mostHits; ) {
    let best = ends[k] as End
    let next = k
    for (; next < ends.length && (ends[next] as End).at < (ends[k] as End).at + pattern.length; next += 1) {
      if ((ends[next] as End).mistakes < best.mistakes) best = ends[next] as End
    }
    const start = startOf(folded.text, pattern, best)
    const end = Math.min(folded.text.length, best.at + rest)
    hits.push([folded.starts[start] as number, folded.ends[end - 1] as number])
    k = next
  }
  return hits
}

/** Matches the pattern backwards from its end: the start that needs the fewest mistakes, the shortest such. */
function startOf(text: string, pattern: string, end: End): number {
  const reversed = Array.from(pattern).reverse().join('')
  const from = Math.max(0, end.at - pattern.length - end.mistakes)
  const back = text.slice(from, end.at)
  let row = Int32Array.from({ length: reversed.length + 1 }, (_, k) => k)
  let best = { mistakes: reversed.length, length: 0 }
  for (let length = 1; length <= back.length; length += 1) {
    row = nextRow(row, reversed, back.charCodeAt(back.length - length), length)
    const mistakes = row[reversed.length] as number
    if (mistakes < best.mistakes) best = { mistakes, length }
  }
  return end.at - Math.max(1, best.length)
}

function nextRow(row: Int32Array, pattern: string, unit: number, length: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(row.length)
  next[0] = length
  for (let k = 1; k < row.length; k += 1) {
    const differs = pattern.charCodeAt(k - 1) === unit ? 0 : 1
    next[k] = Math.min((row[k] as number) + 1, (next[k - 1] as number) + 1, (row[k - 1] as number) + differs)
  }
  return next
}
