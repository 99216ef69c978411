import { type Command, useCommands } from '@renderer/navigation/commands'
import type { Suggested } from '@shared/quotes/waiting-suggestions'
import { spansOfSuggestion } from '@shared/quotes/waiting-suggestions'
import { useEffect, useMemo, useState } from 'react'
import { useReader } from '../reader-context'
import { useSureQuotes } from './AcceptAbove'
import { ReviewBar } from './ReviewBar'
import { useReviewing } from './review-context'
import { useReviewMarks, useShowsMarks, useSuggestionClicks } from './use-review-marks'

const group = 'Review'

function useReviewCommands(isForemost: boolean): void {
  const review = useReviewing()
  const { quotes } = useSureQuotes()
  const [showsMarks, setShowsMarks] = useShowsMarks()
  const { kind, current } = review
  const always: Command[] = [
    {
      id: 'review.quotes',
      title: 'Review suggested quotes',
      keys: 'r',
      group,
      run: () => (kind === 'quotes' ? review.leave() : review.begin('quotes')),
    },
    {
      id: 'review.claims',
      title: 'Review what is worth checking',
      keys: 'Shift+R',
      group,
      run: () => (kind === 'claims' ? review.leave() : review.begin('claims')),
    },
    {
      id: 'review.marks',
      title: showsMarks ? 'Hide suggestions in the text' : 'Show suggestions in the text',
      group,
      run: () => setShowsMarks(!showsMarks),
    },
  ]
  const reviewing: Command[] = [
    { id: 'review.next', title: 'Next suggestion', keys: 'j', group, run: () => review.step(1) },
    { id: 'review.previous', title: 'Previous suggestion', keys: 'k', group, run: () => review.step(-1) },
    {
      id: 'review.doubtful',
      title: 'Show or hide doubtful suggestions',
      keys: 'd',
      group,
      run: review.toggleDoubtful,
    },
    { id: 'review.leave', title: 'Leave the review', keys: 'Escape', group, run: review.leave },
  ]
  const onCurrent: Command[] = [
    { id: 'review.accept', title: 'Accept the suggestion', keys: 'a', group, run: review.accept },
    { id: 'review.reject', title: 'Reject the suggestion', keys: 'x', group, run: review.reject },
    {
      id: 'review.correct',
      title: 'Correct the suggestion',
      keys: 'e',
      group,
      run: () => review.correct(true),
    },
    {
      id: 'review.reject-rest',
      title: 'Reject all suggestions that are left',
      group,
      run: review.rejectRest,
    },
  ]
  const acceptAll: Command = {
    id: 'review.accept-all',
    title: `Accept ${quotes.length} sure quotes`,
    keys: 'Shift+A',
    group,
    run: () => review.acceptAll(quotes),
  }
  const inMode = kind
    ? [
        ...reviewing,
        ...(current ? onCurrent : []),
        ...(kind === 'quotes' && quotes.length > 0 ? [acceptAll] : []),
      ]
    : []
  useCommands(isForemost ? [...always, ...inMode.map((command) => ({ ...command, isMode: true }))] : [])
}

/** Suggestions over the text that is open: their marks, their keys, and the bar in which they are decided. */
export function ReviewLayer({ isForemost }: { isForemost: boolean }) {
  const { page, passages } = useReader()
  const review = useReviewing()
  const { kind, current, isCorrecting } = review
  const [edited, setEdited] = useState<Suggested | null>(null)
  const draft = isCorrecting && current ? (edited?.key === current.key ? edited : current) : null
  useEffect(() => {
    if (!isCorrecting) setEdited(null)
  }, [isCorrecting])
  const corrected = useMemo(() => draft && spansOfSuggestion(draft), [draft])
  useReviewMarks(page, review, corrected)
  useSuggestionClicks(page, passages, review)
  useReviewCommands(isForemost)
  return kind && <ReviewBar draft={draft} setDraft={setEdited} />
}
