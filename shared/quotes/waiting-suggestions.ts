import type { FoundQuote, Span } from './found-quote'
import type { ClaimSuggestion, QuoteSuggestion, Suggestions } from './suggestions'

/** Below these a suggestion is doubtful: it is held back until it is asked for. */
const SURE_QUOTE = 0.5
const SURE_CLAIM = 0.4

/** Something suggested, a quote or a sentence worth checking. */
export type Suggested = QuoteSuggestion | ClaimSuggestion

export function isQuoteSuggestion(suggestion: Suggested): suggestion is QuoteSuggestion {
  return 'spans' in suggestion
}

/** All stretches of a suggestion, in text order; UTF-16. */
export function spansOfSuggestion(suggestion: Suggested): readonly Span[] {
  return isQuoteSuggestion(suggestion) ? suggestion.spans : [suggestion.span]
}

/** How sure the program is, 0 to 1. */
export function surenessOf(suggestion: Suggested): number {
  return isQuoteSuggestion(suggestion) ? suggestion.confidence : suggestion.score
}

/** Whether a suggestion is held back until it is asked for. */
export function isDoubtful(suggestion: Suggested): boolean {
  return surenessOf(suggestion) < (isQuoteSuggestion(suggestion) ? SURE_QUOTE : SURE_CLAIM)
}

const isSure = ({ confidence }: FoundQuote) => confidence >= SURE_QUOTE

const holds = (outer: FoundQuote, inner: FoundQuote) =>
  outer.speakerKey === inner.speakerKey &&
  inner.spans.every(([start, end]) => outer.spans.some(([from, to]) => from <= start && end <= to))

const startOf = ({ spans }: FoundQuote) => spans[0]?.[0] ?? 0
const endOf = ({ spans }: FoundQuote) => spans.at(-1)?.[1] ?? 0

/**
 * Words quoted within a reported sentence are part of it: one decision for both, while the sentence waits. One walk
 * through the text, comparing only with sentences that have not ended yet.
 */
function withoutParts<Q extends FoundQuote>(quotes: readonly Q[]): Q[] {
  const inOrder = [...quotes].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  let open: Q[] = []
  return inOrder.filter((quote) => {
    open = open.filter((outer) => endOf(outer) > startOf(quote))
    const isPart = open.some((outer) => holds(outer, quote))
    if (!isPart && isSure(quote)) open.push(quote)
    return !isPart
  })
}

/** The quotes of a text that are sure enough to be taken without a reader's decision, none of them a part of another. */
export function sureAmong<Q extends FoundQuote>(quotes: readonly Q[]): Q[] {
  return withoutParts(quotes.filter(isSure))
}

/** What waits for a decision: quotes in text order, sentences worth checking with the most promising first. */
export function waitingAmong(
  found: Suggestions,
  isSettled: (suggestion: { key: string; spans: readonly Span[] }) => boolean,
): Suggestions {
  const waits = (suggestion: Suggested) =>
    !isSettled({ key: suggestion.key, spans: spansOfSuggestion(suggestion) })
  return { quotes: withoutParts(found.quotes.filter(waits)), claims: found.claims.filter(waits) }
}
