import type { Span } from '@shared/quotes/found-quote'

/** How far around an edge words are looked for, in UTF-16 units. */
const AROUND = 400

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Offsets near `around` at which something other than white space begins, or ends. */
function edgesNear(text: string, around: number, edge: 'start' | 'end'): number[] {
  const from = Math.max(0, around - AROUND)
  const segments = [...words.segment(text.slice(from, around + AROUND))]
  return segments
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ index, segment }) => from + index + (edge === 'end' ? segment.length : 0))
}

/** Moves one edge of a stretch by one word or mark; a stretch never becomes empty. Offsets are UTF-16. */
export function moveEdge(text: string, [start, end]: Span, edge: 'start' | 'end', by: 1 | -1): Span {
  const now = edge === 'start' ? start : end
  const edges = edgesNear(text, now, edge)
  const next = by > 0 ? edges.find((offset) => offset > now) : edges.findLast((offset) => offset < now)
  if (next === undefined) return [start, end]
  const moved: Span = edge === 'start' ? [next, end] : [start, next]
  return moved[0] < moved[1] ? moved : [start, end]
}
