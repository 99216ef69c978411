import { alignTokens, type TokenAlignment } from './align-tokens'
import {
  isNear,
  isWorthShowing,
  judgeAligned,
  judgeFound,
  type Placed,
  scoreCandidate,
  scorePlaced,
  strengthOf,
  type Verdict,
} from './judge-fit'
import { locatePassage } from './locate-passage'
import { offsetsOfFit, type TokenPassage, tokensOfPassage } from './passage-edges'
import { fitPassage, type PassageFit } from './passage-fit'
import { indexPlaces, type PlaceIndex, searchPassage } from './passage-search'
import type { Selector } from './selector'
import { weighTokens } from './token-weights'
import { type TokenText, tokenize, Vocabulary } from './tokens'

export type { Verdict } from './judge-fit'

/** A passage to be found again. */
export interface SelectedPassage {
  readonly id: string
  readonly selector: Selector
}

/** A place in the new text, UTF-16 offsets, with a score in [0, 1]. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly score: number
}

/**
 * Where a passage is in the new text, in UTF-16 offsets, or why it has no place: ambiguous and lost passages have
 * `start` and `end` -1 and up to five candidates, best first. `score` estimates the chance that the place is right
 * (for ambiguous and lost ones: that the best candidate is).
 */
export interface Placement {
  readonly id: string
  readonly verdict: Verdict
  readonly start: number
  readonly end: number
  readonly score: number
  readonly candidates: readonly Candidate[]
}

/** The new text, ready to be searched, and the alignment of the old one with it where there is an old one. */
interface Comparison {
  readonly fresh: TokenText
  readonly weights: Float32Array
  readonly index: () => PlaceIndex
  readonly aligned?: { readonly old: TokenText; readonly alignment: TokenAlignment }
}

/** A passage as tokens of the text it is read from: the old text, or just its quote with prefix and suffix. */
interface Query {
  readonly id: string
  readonly selector: Selector
  readonly tokens: TokenText
  readonly passage: TokenPassage
  readonly isInOldText: boolean
}

/**
 * Places all passages of an old text in a new one in one pass over both. A passage whose selector does not fit the
 * old text is searched by its quote, prefix and suffix. What is in doubt is not placed.
 */
export function reanchorAll(
  oldText: string,
  newText: string,
  passages: readonly SelectedPassage[],
): Placement[] {
  const vocabulary = new Vocabulary()
  const old = tokenize(oldText, vocabulary)
  const fresh = tokenize(newText, vocabulary)
  const queries = passages.map((passage) => queryInOldText(old, passage) ?? queryOfQuote(passage, vocabulary))
  const weights = weighTokens(vocabulary, [old, fresh])
  const alignment = alignTokens(old, fresh, weights)
  const comparison = {
    fresh,
    weights,
    index: once(() => indexPlaces(fresh.ids, vocabulary.words.length)),
    aligned: { old, alignment },
  }
  return queries.map((query) => place(comparison, query))
}

/** Places passages of which only the quote, its prefix and its suffix are known, as in other people's annotations. */
export function reanchorWithoutOldText(newText: string, passages: readonly SelectedPassage[]): Placement[] {
  const vocabulary = new Vocabulary()
  const fresh = tokenize(newText, vocabulary)
  const queries = passages.map((passage) => queryOfQuote(passage, vocabulary))
  const weights = weighTokens(vocabulary, [fresh])
  const index = once(() => indexPlaces(fresh.ids, vocabulary.words.length))
  return queries.map((query) => place({ fresh, weights, index }, query))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function queryInOldText(old: TokenText, { id, selector }: SelectedPassage): Query | undefined {
  const located = locatePassage(old.source, selector)
  if (!located) return undefined
  return {
    id,
    selector,
    tokens: old,
    passage: tokensOfPassage(old, located.start, located.end),
    isInOldText: true,
  }
}

function queryOfQuote({ id, selector }: SelectedPassage, vocabulary: Vocabulary): Query {
  const { prefix, exact, suffix } = selector
  const tokens = tokenize(prefix + exact + suffix, vocabulary)
  const passage = tokensOfPassage(tokens, prefix.length, prefix.length + exact.length)
  return { id, selector, tokens, passage, isInOldText: false }
}

function place(comparison: Comparison, query: Query): Placement {
  if (query.passage.from === query.passage.to) return placement(query, 'lost', [])
  return placeAligned(comparison, query) ?? placeFound(comparison, query)
}

function placeAligned(comparison: Comparison, query: Query): Placement | undefined {
  if (!comparison.aligned || !query.isInOldText) return undefined
  const { old, alignment } = comparison.aligned
  const task = { a: old.ids, b: comparison.fresh.ids, weights: comparison.weights, ...alignment }
  const fit = fitPassage(task, query.passage)
  const verdict = fit ? judgeAligned(fit, query.passage.to - query.passage.from) : undefined
  return fit && verdict
    ? placement(query, minding(comparison, query, fit, verdict), [
        candidate(comparison, query, fit, scorePlaced(fit)),
      ])
    : undefined
}

const contextTokens = 24

function placeFound(comparison: Comparison, query: Query): Placement {
  const { ids, count } = query.tokens
  const from = Math.max(0, query.passage.from - contextTokens)
  const to = Math.min(count, query.passage.to + contextTokens)
  const span = { from: query.passage.from - from, to: query.passage.to - from }
  const fits = searchPassage(comparison.index(), comparison.weights, ids.subarray(from, to), span)
    .filter(isWorthShowing)
    .sort((p, q) => strengthOf(q) - strengthOf(p))
  const [best, next] = fits
  if (!best) return placement(query, 'lost', [])
  const verdict = judgeFound({
    fit: best,
    rival: next ? strengthOf(next) / strengthOf(best) : 0,
    isTaken: isTaken(comparison, query, best) || isContested(comparison, query),
    isOrphan: isOrphan(comparison, query),
  })
  if (verdict) {
    const seen = minding(comparison, query, best, verdict)
    return placement(query, seen, [candidate(comparison, query, best, scorePlaced(best))])
  }
  const candidates = fits
    .slice(0, 5)
    .map((fit) => candidate(comparison, query, fit, scoreCandidate(fit, fits)))
  return placement(query, isNear(best) ? 'ambiguous' : 'lost', candidates)
}

/** The verdict on a place that also minds case, which the search for it overlooks. */
function minding(
  { fresh }: Comparison,
  { tokens, passage }: Query,
  fit: PassageFit,
  verdict: Placed,
): Placed {
  if (!fit.isSame) return verdict
  for (let k = 0; passage.from + k < passage.to; k += 1) {
    if (tokens.forms[passage.from + k] !== fresh.forms[fit.newFrom + k]) return 'edited'
  }
  return verdict
}

/** Whether other words of the old text are known to have gone to that place. */
function isTaken(comparison: Comparison, { passage, isInOldText }: Query, fit: PassageFit): boolean {
  if (!comparison.aligned) return false
  const { inverse } = comparison.aligned.alignment
  let taken = 0
  for (let j = fit.newFrom; j < fit.newTo; j += 1) {
    const i = inverse[j] as number
    const isOwn = isInOldText && i >= passage.from && i < passage.to
    if (i >= 0 && !isOwn) taken += 1
  }
  return taken > (fit.newTo - fit.newFrom) * 0.4
}

/** Whether most of a passage stands in lines that others, like them word for word, contest every place with. */
function isContested({ aligned }: Comparison, { passage, isInOldText }: Query): boolean {
  if (!aligned || !isInOldText) return false
  const { map, contested } = aligned.alignment
  let open = 0
  for (let i = passage.from; i < passage.to; i += 1)
    if (contested[i] === 1 && (map[i] as number) < 0) open += 1
  return open * 2 > passage.to - passage.from
}

const neighbours = 8

/** Whether most of the words next to a passage of the old text, on both sides, are known to be somewhere. */
function isOrphan(comparison: Comparison, { passage, isInOldText }: Query): boolean {
  if (!comparison.aligned || !isInOldText) return false
  const { map } = comparison.aligned.alignment
  const known = (from: number): number =>
    map.slice(Math.max(0, from), from + neighbours).filter((j) => j >= 0).length
  return Math.min(known(passage.from - neighbours), known(passage.to)) * 2 > neighbours
}

function candidate(comparison: Comparison, query: Query, fit: PassageFit, score: number): Candidate {
  const offsets = offsetsOfFit(query.tokens, query.passage, comparison.fresh, fit.newFrom, fit.newTo)
  return { ...offsets, score }
}

function placement(query: Query, verdict: Verdict, found: readonly Candidate[]): Placement {
  const best = found[0]
  const isPlaced = verdict !== 'ambiguous' && verdict !== 'lost'
  return {
    id: query.id,
    verdict,
    start: isPlaced && best ? best.start : -1,
    end: isPlaced && best ? best.end : -1,
    score: best?.score ?? 0,
    candidates: isPlaced ? [] : found,
  }
}
