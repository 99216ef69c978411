import type { Surroundings } from './line-neighbours'
import type { TokenLine } from './repeated-lines'

/** Tokens on either side of a line that have to be where they were for the line to be, too. */
const leastKnown = 8

/** Whether an old line stands word for word between the same words on both sides, lines of its family passed over. */
export const isFirm = (around: Surroundings, { from, to }: TokenLine): boolean =>
  isFirmTowards(around, to - 1, -1, to - from) && isFirmTowards(around, from, 1, to - from)

function isFirmTowards(
  { map, inverse, ignoredOld }: Surroundings,
  start: number,
  step: -1 | 1,
  length: number,
): boolean {
  const first = map[start] as number
  if (first < 0) return false
  let known = 0
  for (let k = 0; known < leastKnown; k += 1) {
    const i = start + step * k
    const j = first + step * k
    const isOver = i < 0 || i >= map.length
    if (isOver) return k >= length && (j < 0 || j >= inverse.length)
    if (map[i] !== j) return false
    if (ignoredOld[i] === 0) known += 1
  }
  return true
}

/** Whether an old line stands word for word in the new text, but over the edge of a line there: it was split or joined. */
export function standsOverEdge({ map, ignoredNew }: Surroundings, { from, to }: TokenLine): boolean {
  const first = map[from] as number
  if (first < 0) return false
  let outside = 0
  for (let k = 0; k < to - from; k += 1) {
    if (map[from + k] !== first + k) return false
    if (ignoredNew[first + k] === 0) outside += 1
  }
  return outside > 0
}

/**
 * Whether a line stands where it is paired with, but words of it or of others stand over its edge: lines were joined or
 * split there, so that they say nothing better than the alignment of the words.
 */
export function isReflowed({ map, inverse }: Surroundings, line: TokenLine, place: TokenLine): boolean {
  const isIn = (at: number, { from, to }: TokenLine): boolean => at >= from && at < to
  let here = 0
  let astray = 0
  for (let i = line.from; i < line.to; i += 1) {
    if (isIn(map[i] as number, place)) here += 1
    else if ((map[i] as number) >= 0) astray += 1
  }
  for (let j = place.from; j < place.to; j += 1) {
    const i = inverse[j] as number
    if (i >= 0 && !isIn(i, line)) astray += 1
  }
  return astray * 4 > line.to - line.from && here * 2 > line.to - line.from
}
