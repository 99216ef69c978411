import type { Suggestions } from '@shared/quotes/suggestions'

export interface SuggestionsRequest {
  readonly id: number
  readonly text: string
  readonly lang: string | null
}

/** A part of what was found, in order: taking in thousands at once would hold up the page. */
export interface SuggestionsAnswer {
  readonly id: number
  readonly part: Suggestions
  readonly isLast: boolean
}

/** How many suggestions one message brings: a few milliseconds' worth. */
const MOST = 250

/** Cuts what was found into parts; one at least. */
export function partsOf({ quotes, claims }: Suggestions): Suggestions[] {
  const parts: Suggestions[] = []
  for (let at = 0; at === 0 || at < Math.max(quotes.length, claims.length); at += MOST)
    parts.push({ quotes: quotes.slice(at, at + MOST), claims: claims.slice(at, at + MOST) })
  return parts
}
