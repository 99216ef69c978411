import { indexPassages, type Passage, type PassageIndex } from '@renderer/anchoring/passage-index'
import { styleNumber } from '@renderer/anchoring/passage-style'
import type { Id } from '@shared/base/ids'
import { type Annotation, isPlaced, placementIn } from '@shared/domain/annotation'
import { tagsOf } from '@shared/domain/member-fields'
import type { NotebookView } from '@shared/notebook/notebook-view'

export type PassageKind = 'highlight' | 'comment' | 'quote' | 'claim'

export const PASSAGE_KINDS: Readonly<Record<PassageKind, string>> = {
  highlight: 'Highlight',
  comment: 'Comment',
  quote: 'Quote',
  claim: 'Claim',
}

const KIND_OF = {
  highlighting: 'highlight',
  commenting: 'comment',
  quoting: 'quote',
  claiming: 'claim',
} as const

/** What kind of passage an annotation marks, in the user's words. */
export function kindOf(annotation: Annotation): PassageKind {
  return KIND_OF[annotation.fields.motivation]
}

/** Which passages are shown; null means any. */
export interface PassageFilter {
  readonly kind: PassageKind | null
  readonly tag: Id | null
  readonly speaker: Id | null
}

export const NO_FILTER: PassageFilter = { kind: null, tag: null, speaker: null }

/** The annotations that stand in a version, in text order, ready for painting and for the margin. */
export interface ShownPassages {
  readonly annotations: readonly Annotation[]
  /** Its owners are places in `annotations`. */
  readonly index: PassageIndex
  /** Bounds of each annotation's first stretch. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly placeOf: ReadonlyMap<Id, number>
}

type Spans = readonly (readonly [number, number])[]

interface Placed {
  readonly annotation: Annotation
  readonly spans: Spans
}

function isWanted(view: NotebookView, annotation: Annotation, filter: PassageFilter): boolean {
  if (filter.kind && kindOf(annotation) !== filter.kind) return false
  if (filter.tag && !tagsOf(annotation).includes(filter.tag)) return false
  if (!filter.speaker) return true
  return view
    .by('quotesByAnnotation', annotation.id)
    .some(({ fields }) => fields.speakerId === filter.speaker)
}

function stylesOf(view: NotebookView, { fields }: Annotation): readonly number[] {
  const styles = fields.motivation === 'claiming' ? [] : [styleNumber('tint', fields.color)]
  if (fields.claimId === null) return styles.length > 0 ? styles : [styleNumber('unverified', fields.color)]
  const status = view.find('claim', fields.claimId)?.fields.status ?? 'unverified'
  return [...styles, styleNumber(status, fields.color)]
}

/** Gathers what is to be shown of an article's annotations in one of its versions; linear but for one sort. */
export function gatherPassages(
  view: NotebookView,
  annotations: readonly Annotation[],
  versionId: Id,
  filter: PassageFilter,
): ShownPassages {
  const isFiltered = filter.kind !== null || filter.tag !== null || filter.speaker !== null
  const placed: Placed[] = []
  for (const annotation of annotations) {
    const placement = placementIn(annotation, versionId)
    if (!isPlaced(placement) || placement.spans.length === 0) continue
    if (isFiltered && !isWanted(view, annotation, filter)) continue
    placed.push({ annotation, spans: placement.spans })
  }
  placed.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const passages: Passage[] = []
  for (const [owner, { annotation, spans }] of placed.entries())
    for (const style of stylesOf(view, annotation))
      for (const [start, end] of spans) if (start < end) passages.push({ start, end, owner, style })
  return {
    annotations: placed.map(({ annotation }) => annotation),
    index: indexPassages(passages),
    starts: Int32Array.from(placed, startOf),
    ends: Int32Array.from(placed, endOf),
    placeOf: new Map(placed.map(({ annotation }, place) => [annotation.id, place])),
  }
}

const startOf = ({ spans }: Placed): number => spans[0]?.[0] ?? 0
const endOf = ({ spans }: Placed): number => spans[0]?.[1] ?? 0

/** All stretches of an annotation in a version, or none while it has no place there. */
export function spansIn(annotation: Annotation, versionId: Id): Spans {
  const placement = placementIn(annotation, versionId)
  return isPlaced(placement) ? placement.spans : []
}
