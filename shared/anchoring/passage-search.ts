import { alignWindow } from './align-window'
import { fitPassage, type PassageFit, type TokenSpan } from './passage-fit'

/** Where each word of a text stands: the places of word w are `places.slice(starts[w], starts[w + 1])`. */
export interface PlaceIndex {
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly places: Int32Array
}

/** Indexes a token sequence by word, in linear time. */
export function indexPlaces(ids: Int32Array, words: number): PlaceIndex {
  const starts = new Int32Array(words + 1)
  for (const id of ids) starts[id + 1] = (starts[id + 1] as number) + 1
  for (let word = 0; word < words; word += 1)
    starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)
  const next = starts.slice()
  const places = new Int32Array(ids.length)
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number
    const slot = next[id] as number
    places[slot] = at
    next[id] = slot + 1
  }
  return { ids, starts, places }
}

const cell = 16
const rareWord = 100
const commonWord = 4000
const mostVoters = 96
const mostWindows = 8

/**
 * Searches a whole text for a passage: words (rare ones alone, common ones with their neighbour) vote for the places
 * where the query would lie, and the best are aligned. `query` holds the passage at `span` with its context around it.
 */
export function searchPassage(
  index: PlaceIndex,
  weights: Float32Array,
  query: Int32Array,
  span: TokenSpan,
): PassageFit[] {
  const votes = new Map<number, number>()
  for (const at of chooseVoters(weights, query, span)) vote(index, weights, query, at, votes)
  const fits: PassageFit[] = []
  for (const window of bestWindows(votes)) {
    const fit = fitWindow(index, weights, query, span, window * cell)
    if (fit && !fit.isReplaced && !fits.some((other) => overlaps(other, fit))) fits.push(fit)
  }
  return fits
}

const overlaps = (one: PassageFit, other: PassageFit): boolean =>
  one.newFrom < other.newTo && other.newFrom < one.newTo

function chooseVoters(weights: Float32Array, query: Int32Array, span: TokenSpan): number[] {
  const all = Array.from(query.keys()).slice(0, -1)
  if (all.length <= mostVoters) return all
  const value = (at: number): number =>
    (weights[query[at] as number] as number) * (at >= span.from && at < span.to ? 2 : 1)
  return all.sort((p, q) => value(q) - value(p)).slice(0, mostVoters)
}

function vote(
  index: PlaceIndex,
  weights: Float32Array,
  query: Int32Array,
  at: number,
  votes: Map<number, number>,
): void {
  const id = query[at] as number
  const next = query[at + 1] as number
  const from = index.starts[id] ?? 0
  const to = index.starts[id + 1] ?? 0
  if (to - from > commonWord) return
  const isRare = to - from <= rareWord
  for (let slot = from; slot < to; slot += 1) {
    const place = index.places[slot] as number
    const isPair = index.ids[place + 1] === next
    if (!isRare && !isPair) continue
    const weight = (weights[id] as number) + (isPair ? (weights[next] as number) : 0)
    const window = Math.floor((place - at) / cell)
    votes.set(window, (votes.get(window) ?? 0) + weight)
    // A passage near the edge of a cell spreads its votes over two.
    votes.set(window + 1, (votes.get(window + 1) ?? 0) + weight * 0.5)
  }
}

function bestWindows(votes: ReadonlyMap<number, number>): number[] {
  const ranked = [...votes].sort((p, q) => q[1] - p[1]).slice(0, mostWindows * 3)
  const kept: number[] = []
  for (const [window] of ranked) {
    if (kept.length < mostWindows && !kept.some((other) => Math.abs(other - window) <= 1)) kept.push(window)
  }
  return kept
}

function fitWindow(
  index: PlaceIndex,
  weights: Float32Array,
  query: Int32Array,
  span: TokenSpan,
  diagonal: number,
): PassageFit | undefined {
  const slack = cell * 2 + (query.length >> 3)
  const newStart = Math.max(0, diagonal - slack)
  const newEnd = Math.min(index.ids.length, diagonal + query.length + slack)
  const task = { a: query, b: index.ids, weights, map: new Int32Array(query.length).fill(-1) }
  alignWindow(task, { oldStart: 0, oldEnd: query.length, newStart, newEnd })
  return fitPassage(task, span)
}
