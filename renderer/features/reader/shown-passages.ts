import { indexPassages, type Passage, type PassageIndex } from '@renderer/anchoring/passage-index'
import { styleNumber } from '@renderer/anchoring/passage-style'
import type { Id } from '@shared/base/ids'
import { type Annotation, isPlaced, placementField, placementIn } from '@shared/domain/annotation'
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
  /** The place of an annotation in `annotations`, or -1. */
  readonly placeOf: (id: Id | null) => number
}

export const NO_PASSAGES: ShownPassages = {
  annotations: [],
  index: indexPassages([]),
  starts: new Int32Array(),
  ends: new Int32Array(),
  placeOf: () => -1,
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

/** The line under a passage that makes a claim, by the claim's status; -1 for others. */
function lineOf(view: NotebookView, { fields }: Annotation): number {
  if (fields.claimId === null)
    return fields.motivation === 'claiming' ? styleNumber('unverified', fields.color) : -1
  return styleNumber(view.find('claim', fields.claimId)?.fields.status ?? 'unverified', fields.color)
}

/** Everything but a claim has a tint; a quote that makes a claim has both. */
function passagesOf(
  view: NotebookView,
  { annotation, spans }: Placed,
  owner: number,
  passages: Passage[],
): void {
  const { fields } = annotation
  const tint = fields.motivation === 'claiming' ? -1 : styleNumber('tint', fields.color)
  const line = lineOf(view, annotation)
  for (const [start, end] of spans) {
    if (start >= end) continue
    if (tint >= 0) passages.push({ start, end, owner, style: tint })
    if (line >= 0) passages.push({ start, end, owner, style: line })
  }
}

/** Sorts by where the first stretch starts. Numbers in one typed array sort many times faster than objects. */
function sortByStart(placed: readonly Placed[]): Placed[] {
  const keys = Float64Array.from(placed, (one, order) => startOf(one) * 2 ** 21 + order).sort()
  return Array.from(keys, (key) => placed[key % 2 ** 21] as Placed)
}

/**
 * Gathers what is to be shown of an article's annotations in one of its versions, or of those that touch a stretch
 * of it; linear but for one sort of numbers.
 */
export function gatherPassages(
  view: NotebookView,
  annotations: readonly Annotation[],
  versionId: Id,
  filter: PassageFilter,
  near?: readonly [start: number, end: number],
): ShownPassages {
  const settledHere = placementField(versionId)
  const isFiltered = filter.kind !== null || filter.tag !== null || filter.speaker !== null
  const found: Placed[] = []
  for (const annotation of annotations) {
    if (near && !mayTouch(annotation, versionId, settledHere, near)) continue
    const placement = placementIn(annotation, versionId, settledHere)
    if (!isPlaced(placement) || placement.spans.length === 0) continue
    if (!isFiltered || isWanted(view, annotation, filter)) found.push({ annotation, spans: placement.spans })
  }
  const placed = sortByStart(found)
  const passages: Passage[] = []
  for (let owner = 0; owner < placed.length; owner += 1)
    passagesOf(view, placed[owner] as Placed, owner, passages)
  const shown = placed.map(({ annotation }) => annotation)
  return {
    annotations: shown,
    index: indexPassages(passages),
    starts: Int32Array.from(placed, startOf),
    ends: Int32Array.from(placed, endOf),
    placeOf: lazyPlaces(shown),
  }
}

/** Places by id, worked out when first asked for: painting does not need them. */
function lazyPlaces(annotations: readonly Annotation[]): ShownPassages['placeOf'] {
  let places: Map<Id, number> | null = null
  return (id) => {
    if (id === null) return -1
    places ??= new Map(annotations.map((annotation, place) => [annotation.id, place]))
    return places.get(id) ?? -1
  }
}

/** Whether an annotation can stand in a stretch: asked of every one of ten thousand, so it makes nothing. */
function mayTouch(
  { fields }: Annotation,
  versionId: Id,
  settledHere: `at:${string}`,
  [from, to]: readonly [number, number],
): boolean {
  const settled = fields[settledHere]
  if (settled) return settled.spans.some(([start, end]) => start < to && end > from)
  if (fields.target.versionId !== versionId) return false
  for (const { start, end } of fields.target.passages) if (start < to && end > from) return true
  return false
}

const startOf = ({ spans }: Placed): number => spans[0]?.[0] ?? 0
const endOf = ({ spans }: Placed): number => spans[0]?.[1] ?? 0

/** All stretches of an annotation in a version, or none while it has no place there. */
export function spansIn(annotation: Annotation, versionId: Id): Spans {
  const placement = placementIn(annotation, versionId)
  return isPlaced(placement) ? placement.spans : []
}
