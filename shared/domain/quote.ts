import type { Selector } from '../anchoring/selector'
import { listOf, nullable, number, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { selectorCheck } from './annotation'
import { anyId, type FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

export const QUOTE_KINDS = ['direct', 'indirect', 'mixed'] as const
export type QuoteKind = (typeof QUOTE_KINDS)[number]

/** Words attributed to a speaker. The content spans are the passages of its annotation. */
export interface QuoteFields extends CommonFields {
  readonly articleId: Id
  /** The annotation (motivation `quoting`) that marks the content. */
  readonly annotationId: Id
  readonly quoteKind: QuoteKind
  readonly speakerId: Id | null
  /** The words that name the source, in the version the annotation was made on. */
  readonly source: Selector | null
  /** The words that attribute it ("said", "according to"). */
  readonly cue: Selector | null
  /** When it was said: ISO 8601, as exact as is known. */
  readonly date: string | null
  readonly place: string | null
  readonly addressee: string | null
  /** Who passed it on, nearest to the article first. */
  readonly reportedBy: readonly Id[]
  /** 0 to 1 when it was suggested by the program, null when a person made it. */
  readonly confidence: number | null
}

export type Quote = RecordState<QuoteFields, 'quote'>

export const quoteChecks: FieldChecks<QuoteFields> = {
  fixed: {
    articleId: anyId,
    annotationId: anyId,
    quoteKind: oneOf(QUOTE_KINDS),
    speakerId: nullable(anyId),
    source: nullable(selectorCheck),
    cue: nullable(selectorCheck),
    date: nullable(text(100)),
    place: nullable(text(1_000)),
    addressee: nullable(text(1_000)),
    reportedBy: listOf(anyId, 100),
    confidence: nullable(number(0, 1)),
  },
}
