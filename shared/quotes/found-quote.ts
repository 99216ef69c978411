/** How words are reported: word for word, in the reporter's words, or both in one sentence. */
export type QuoteKind = 'direct' | 'indirect' | 'mixed'

/** A stretch of the text, in UTF-16 code units, end exclusive. */
export type Span = [start: number, end: number]

/** Words attributed to somebody, as found in one article. All spans are UTF-16 offsets into its text. */
export interface FoundQuote {
  kind: QuoteKind
  /** What was said, in text order, quotation marks left out; more than one span when the quote is interrupted. */
  spans: Span[]
  /** The fullest name under which the article knows the speaker; null when nobody can be named. */
  speaker: string | null
  /** Where the text names the speaker for this quote: a name, a pronoun, a role. */
  speakerSpan: Span | null
  /** The words that report: "said", "according to". */
  cueSpan: Span | null
  /** Chance that both the quote and its speaker are right, 0..1. */
  confidence: number
  /** One plain sentence: why this speaker. */
  reason: string
  /** The same for all mentions of one entity in the article; null without a speaker. */
  speakerKey: string | null
  /** What the article says the speaker is ("spokeswoman for the ministry"), where it does. */
  speakerRole?: string
  /** Set where the speaker is an organisation, by its name; else a person is taken to speak. */
  speakerKind?: 'organisation'
}
