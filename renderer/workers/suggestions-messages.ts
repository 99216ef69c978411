import type { Suggestions } from '@shared/quotes/suggestions'

export interface SuggestionsRequest {
  readonly id: number
  readonly text: string
  readonly lang: string | null
}

export interface SuggestionsAnswer {
  readonly id: number
  readonly found: Suggestions
}
