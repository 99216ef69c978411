import type { ClaimSuggestion, QuoteSuggestion, Suggestions } from '@shared/quotes/suggestions'
import type { Suggested } from '@shared/quotes/waiting-suggestions'
import { createContext, useContext } from 'react'
import type { ReviewKind } from './review-list'
import type { Search } from './use-found'

/** Going through what the program found in one article. */
export interface Review {
  readonly search: Search
  /** All that waits, of both kinds, doubtful or not. */
  readonly waiting: Suggestions
  /** What is gone through; null while one only reads. */
  readonly kind: ReviewKind | null
  /** What is offered of that kind. */
  readonly list: readonly Suggested[]
  /** The place in the list that is looked at, or -1. */
  readonly place: number
  readonly current: Suggested | undefined
  /** How many doubtful ones there are, shown or held back. */
  readonly doubtful: number
  readonly showsDoubtful: boolean
  readonly isCorrecting: boolean
  readonly begin: (kind: ReviewKind, key?: string) => void
  readonly leave: () => void
  readonly step: (by: 1 | -1) => void
  readonly toggleDoubtful: () => void
  readonly accept: () => void
  readonly reject: () => void
  /** Opens the form that corrects the current one, or closes it. */
  readonly correct: (isOpen: boolean) => void
  readonly acceptCorrected: (suggestion: QuoteSuggestion | ClaimSuggestion) => void
  readonly acceptAll: (quotes: readonly QuoteSuggestion[]) => void
  readonly rejectRest: () => void
}

export const ReviewContext = createContext<Review | null>(null)

export function useReviewing(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('A part of the review was used outside of the reader.')
  return review
}
