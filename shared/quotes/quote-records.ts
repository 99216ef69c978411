import { describePassage } from '../anchoring/selector'
import type { Id } from '../base/ids'
import type { EntityFields } from '../domain/entity'
import type { QuoteFields } from '../domain/quote'
import type { FoundQuote, Span } from './found-quote'

interface QuotePlace {
  readonly articleId: Id
  readonly annotationId: Id
  readonly speakerId: Id | null
}

/** The record that is made of a found quote when it is kept; `text` is what it was found in. */
export function quoteFieldsOf(found: FoundQuote, text: string, place: QuotePlace): QuoteFields {
  const selector = (span: Readonly<Span> | null) => (span ? describePassage(text, span[0], span[1]) : null)
  return {
    ...place,
    quoteKind: found.kind,
    source: selector(found.speakerSpan),
    cue: selector(found.cueSpan),
    date: null,
    place: null,
    addressee: null,
    reportedBy: [],
    confidence: found.confidence,
  }
}

/** The record of a speaker whom the notebook does not have yet. */
export function speakerFieldsOf(
  name: string,
  { speakerRole, speakerKind }: Pick<FoundQuote, 'speakerRole' | 'speakerKind'>,
): EntityFields {
  return {
    entityType: speakerKind ?? 'person',
    name,
    aliases: [],
    role: speakerRole ?? null,
    description: '',
    mergedInto: null,
  }
}
