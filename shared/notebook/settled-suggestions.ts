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

function spansOf(annotations: readonly (Annotation | undefined)[], versionId: Id): Span[] {
  return annotations.flatMap((annotation) => {
    const placement = annotation && placementIn(annotation, versionId)
    return placement && isPlaced(placement) ? placement.spans : []
  })
}

function isMarked(spans: readonly Span[], marked: readonly Span[]): boolean {
  let length = 0
  let shared = 0
  for (const [start, end] of spans) {
    length += end - start
    for (const [from, to] of marked) shared += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
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
  const quotes = spansOf(quoting, versionId)
  const claims = spansOf(claiming, versionId)
  return (suggestion) =>
    decided.has(suggestion.key) ||
    isMarked(suggestion.spans, suggestion.key.startsWith('quote:') ? quotes : claims)
}
