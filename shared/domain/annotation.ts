import type { Selector } from '../anchoring/selector'
import { integer, listOf, nullable, number, oneOf, shape, text } from '../base/check'
import type { Id } from '../base/ids'
import { anyId, type FieldChecks } from './field-checks'
import type { MemberFields } from './member-fields'
import type { CommonFields, RecordState } from './record'

export const MOTIVATIONS = ['highlighting', 'commenting', 'quoting', 'claiming'] as const
export type Motivation = (typeof MOTIVATIONS)[number]

/** The eight hues of people, tags and highlights, by the name of their token. */
export const HUES = ['amber', 'rose', 'violet', 'indigo', 'sky', 'teal', 'moss', 'clay'] as const
export type Hue = (typeof HUES)[number]

export const VERDICTS = ['exact', 'moved', 'edited', 'ambiguous', 'lost'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The passage as it was marked: one or more stretches of one version's canonical text, in UTF-16 offsets. */
export interface Target {
  readonly versionId: Id
  readonly passages: readonly Selector[]
}

/** Where the passages stand in another version. Nothing is shown there while the verdict is ambiguous or lost. */
export interface Placement {
  readonly verdict: Verdict
  /** 0 to 1. */
  readonly score: number
  /** UTF-16 `[start, end]` of each passage in that version; while in doubt, of those that are not. */
  readonly spans: readonly (readonly [number, number])[]
  /** Other places it could be, best first. */
  readonly candidates?: readonly (readonly [number, number, number])[]
  /** True when a person chose or confirmed the place. */
  readonly settled?: boolean
}

/** A passage of one article version, with tags, colour and comment. */
export interface AnnotationFields extends CommonFields, MemberFields<'tag'> {
  readonly articleId: Id
  readonly target: Target
  readonly motivation: Motivation
  readonly color: Hue
  readonly comment: string
  /** The claim that this passage makes, when it is marked as one. */
  readonly claimId: Id | null
  /** `at:<version id>`: the placement of the passage in another version; null when it was taken back. */
  readonly [placement: `at:${string}`]: Placement | null
}

export type Annotation = RecordState<AnnotationFields, 'annotation'>

const offset = integer(0, 0x7fffffff)
export const selectorCheck = shape({
  start: offset,
  end: offset,
  exact: text(1_000_000),
  prefix: text(1_000),
  suffix: text(1_000),
})
const span = listOf(offset, 2)
const placement = shape(
  { verdict: oneOf(VERDICTS), score: number(0, 1), spans: listOf(span, 1_000) },
  { candidates: listOf(listOf(number(0), 3), 100), settled: (value) => typeof value === 'boolean' },
)

export const annotationChecks: FieldChecks<AnnotationFields> = {
  fixed: {
    articleId: anyId,
    target: shape({ versionId: anyId, passages: listOf(selectorCheck, 1_000) }),
    motivation: oneOf(MOTIVATIONS),
    color: oneOf(HUES),
    comment: text(1_000_000),
    claimId: nullable(anyId),
  },
  members: ['tag'],
  perId: { at: nullable(placement) },
}

/** The field that tells where an annotation was placed in a version. */
export function placementField(versionId: Id): `at:${string}` {
  return `at:${versionId}`
}

/**
 * Where the annotation stands in a version: as marked, as placed there, or null when that is not known yet. Who asks of
 * thousands makes the field's name once: making it takes longer than the rest.
 */
export function placementIn(
  annotation: Annotation,
  versionId: Id,
  field = placementField(versionId),
): Placement | null {
  const settled = annotation.fields[field]
  if (settled) return settled
  const { target } = annotation.fields
  if (target.versionId !== versionId) return null
  return { verdict: 'exact', score: 1, spans: target.passages.map(({ start, end }) => [start, end]) }
}

/** Whether a placement may be shown in the text. */
export function isPlaced(placement: Placement | null): placement is Placement {
  if (!placement) return false
  return placement.settled === true
    ? placement.spans.length > 0
    : !['ambiguous', 'lost'].includes(placement.verdict)
}

/** The marked words; several passages are joined by an ellipsis. */
export function passageText(annotation: Annotation): string {
  return annotation.fields.target.passages.map(({ exact }) => exact).join(' … ')
}
