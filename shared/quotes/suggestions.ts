import { type FoundClaim, findClaims } from './find-claims'
import { findQuotes } from './find-quotes'
import type { FoundQuote, Span } from './found-quote'

/** A quote that the program found and nobody has decided on. Spans are UTF-16 offsets into the version's text. */
export interface QuoteSuggestion extends FoundQuote {
  /** Names what is suggested by its words and surroundings, so that a decision outlives changes elsewhere in the text. */
  readonly key: string
}

/** A sentence worth checking that nobody has decided on. */
export interface ClaimSuggestion extends FoundClaim {
  readonly key: string
}

export interface Suggestions {
  readonly quotes: readonly QuoteSuggestion[]
  readonly claims: readonly ClaimSuggestion[]
}

const CONTEXT = 24
const PRIMES = [0x01000193, 0x85ebca6b] as const

/** 64 bits of FNV-1a, twice 32 with different primes, as 16 hexadecimal digits. */
function fingerprint(text: string): string {
  return PRIMES.map((prime) => {
    let hash = 0x811c9dc5
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), prime)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }).join('')
}

function keyOf(kind: 'quote' | 'claim', text: string, spans: readonly Span[]): string {
  const [start, end] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]
  const words = spans.map((span) => text.slice(...span)).join('…')
  return `${kind}:${fingerprint([text.slice(Math.max(0, start - CONTEXT), start), words, text.slice(end, end + CONTEXT)].join('\u0000'))}`
}

/** Everything that the program would suggest for a text; what was decided is left out by the caller. */
export function findSuggestions(text: string, lang: string | null): Suggestions {
  const options = lang ? { lang } : {}
  return {
    quotes: findQuotes(text, options).map((quote) => ({ ...quote, key: keyOf('quote', text, quote.spans) })),
    claims: findClaims(text, options).map((claim) => ({ ...claim, key: keyOf('claim', text, [claim.span]) })),
  }
}
