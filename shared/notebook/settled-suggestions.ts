import type { Id } from '../base/ids'
import { type Annotation, isPlaced, placementIn } from '../domain/annotation'
import type { NotebookView } from './notebook-view'

type Span = readonly [start: number, end: number]

/** Enough of a suggestion to tell whether it is settled; offsets are UTF-16 in the version's text. */
export interface SuggestedSpans {
  /** `quote:` or `claim:` and a hash of the words with their surroundings. */
  readonly key: string
  readonly spans: readonly Span[]
}

/** Tells of a suggestion whether nothing is left to decide. */
export type IsSettled = (suggestion: SuggestedSpans) => boolean

/** A suggestion of which this much is marked already is not made. */
const MARKED_ENOUGH = 0.3

/** Stretches in text order, none overlapping another. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

function marksOf(annotations: readonly (Annotation | undefined)[], versionId: Id): Span[] {
  return joinSpans(
    annotations.flatMap((annotation) => {
      const placement = annotation && placementIn(annotation, versionId)
      return placement && isPlaced(placement) ? placement.spans : []
    }),
  )
}

/** The place of the first mark that ends behind an offset, by halving. */
function firstBehind(marks: readonly Span[], offset: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] as Span)[1] <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function sharedLength([start, end]: Span, marks: readonly Span[]): number {
  let shared = 0
  for (let place = firstBehind(marks, start); place < marks.length; place += 1) {
    const [from, to] = marks[place] as Span
    if (from >= end) break
    shared += Math.min(end, to) - Math.max(start, from)
  }
  return shared
}

function isMarked(spans: readonly Span[], marks: readonly Span[]): boolean {
  const length = spans.reduce((sum, [start, end]) => sum + end - start, 0)
  const shared = spans.reduce((sum, span) => sum + sharedLength(span, marks), 0)
  return shared >= length * MARKED_ENOUGH
}

/** What is settled among the suggestions for a version: what was decided on, and what a person marked as such anyway. */
export function settledIn(view: NotebookView, articleId: Id, versionId: Id): IsSettled {
  const decided = new Set(view.by('decisionsByArticle', articleId).map(({ fields }) => fields.suggestion))
  const quoting = view
    .by('quotesByArticle', articleId)
    .map(({ fields }) => view.find('annotation', fields.annotationId))
  const claiming = view
    .by('annotationsByArticle', articleId)
    .filter(({ fields }) => fields.motivation === 'claiming')
  const quotes = marksOf(quoting, versionId)
  const claims = marksOf(claiming, versionId)
  return (suggestion) =>
    decided.has(suggestion.key) ||
    isMarked(suggestion.spans, suggestion.key.startsWith('quote:') ? quotes : claims)
}
