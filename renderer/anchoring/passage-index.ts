import { countNotAbove } from '@shared/anchoring/tokens'
import { LAYERS, STYLE_COUNT } from './passage-style'

/** A stretch of the text that belongs to an annotation; offsets are UTF-16 in the canonical text. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** Which annotation it is of: its place in the caller's list. */
  readonly owner: number
  /** What it looks like: a number of `styleNumber`. */
  readonly style: number
}

/** Passages in text order, in flat arrays: ten thousand of them are searched in microseconds. */
export interface PassageIndex {
  readonly count: number
  /** Sorted; equal starts in the order they were given. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly owners: Int32Array
  /** Style number times `LAYERS` plus layer. */
  readonly styles: Uint8Array
  /** The greatest end among this passage and all before it. */
  readonly reach: Int32Array
}

/** Gives overlapping passages of one style turns among the layers. */
class LayerTurns {
  readonly #ends = new Int32Array(STYLE_COUNT).fill(-1)

  next(style: number, start: number, end: number): number {
    const first = style * LAYERS
    let layer = 0
    while (layer < LAYERS - 1 && (this.#ends[first + layer] as number) > start) layer += 1
    this.#ends[first + layer] = Math.max(end, this.#ends[first + layer] as number)
    return first + layer
  }
}

/** The order of passages in the text as a list of places: numbers in one typed array sort many times faster than objects. */
function orderOf(passages: readonly Passage[]): Float64Array | null {
  let isSorted = true
  for (let place = 1; place < passages.length && isSorted; place += 1)
    isSorted = (passages[place - 1] as Passage).start <= (passages[place] as Passage).start
  if (isSorted) return null
  return Float64Array.from(passages, ({ start }, place) => start * 2 ** 21 + place)
    .sort()
    .map((key) => key % 2 ** 21)
}

/** Sorts passages into an index; O(n log n), or O(n) when they come in text order. At most two million passages. */
export function indexPassages(passages: readonly Passage[]): PassageIndex {
  const count = passages.length
  const order = orderOf(passages)
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  const owners = new Int32Array(count)
  const styles = new Uint8Array(count)
  const reach = new Int32Array(count)
  const turns = new LayerTurns()
  let farthest = -1
  for (let place = 0; place < count; place += 1) {
    const { start, end, owner, style } = passages[order ? (order[place] as number) : place] as Passage
    starts[place] = start
    ends[place] = end
    owners[place] = owner
    styles[place] = turns.next(style, start, end)
    farthest = Math.max(farthest, end)
    reach[place] = farthest
  }
  return { count, starts, ends, owners, styles, reach }
}

/** Calls back with the place of every passage that shares text with `[start, end)`, in text order. */
export function eachPassageIn(
  index: PassageIndex,
  start: number,
  end: number,
  visit: (place: number) => void,
): void {
  // `reach` never falls, so passages before the first that reaches past `start` can be skipped at once.
  const last = countNotAbove(index.starts, end - 1)
  for (let place = countNotAbove(index.reach, start); place < last; place += 1) {
    if ((index.ends[place] as number) > start) visit(place)
  }
}

/** Owners of the passages that cover an offset, the shortest passage first: what a click there means. */
export function ownersAt(index: PassageIndex, offset: number): number[] {
  const places: number[] = []
  eachPassageIn(index, offset, offset + 1, (place) => places.push(place))
  const lengthOf = (place: number) => (index.ends[place] as number) - (index.starts[place] as number)
  places.sort((a, b) => lengthOf(a) - lengthOf(b))
  return [...new Set(places.map((place) => index.owners[place] as number))]
}

/** The number of passages that start before an offset. */
export function countStartingBefore(index: PassageIndex, offset: number): number {
  return countNotAbove(index.starts, offset - 1)
}
