import { spansOf } from '@renderer/anchoring/highlight-painter'
import { ownersAt } from '@renderer/anchoring/passage-index'
import { offsetUnder } from '@renderer/anchoring/read-selection'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useLocal } from '@renderer/storage/queries/local'
import type { Span } from '@shared/quotes/found-quote'
import {
  isDoubtful,
  isQuoteSuggestion,
  type Suggested,
  spansOfSuggestion,
} from '@shared/quotes/waiting-suggestions'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ShownPassages } from '../shown-passages'
import { isOnText } from '../use-text-clicks'
import type { Review } from './review-context'

/** Sorted stretches that no longer overlap one another. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

const NONE: readonly Span[] = []

function attributionOf(suggestion: Suggested | undefined): readonly Span[] {
  if (!suggestion || !isQuoteSuggestion(suggestion)) return NONE
  return joinSpans([suggestion.speakerSpan, suggestion.cueSpan].filter((span) => span !== null))
}

/** Whether suggestions are dotted while one only reads. */
export function useShowsMarks() {
  return useLocal('suggestion-marks', true)
}

/** Dots what is suggested, and marks what is looked at with who says it. */
export function useReviewMarks(
  page: ReadingPage | null,
  review: Review,
  corrected: readonly Span[] | null,
): void {
  const { kind, list, waiting, current } = review
  const [showsMarks] = useShowsMarks()
  const dotted = useMemo(() => {
    if (kind) return joinSpans(list.flatMap(spansOfSuggestion))
    const sure = waiting.quotes.filter((quote) => !isDoubtful(quote))
    return showsMarks ? joinSpans(sure.flatMap(spansOfSuggestion)) : NONE
  }, [kind, list, waiting, showsMarks])
  const shown = kind ? current : undefined
  useLayoutEffect(() => page?.painter.mark('suggested', spansOf(dotted)), [page, dotted])
  useLayoutEffect(() => page?.painter.mark('suggested-source', spansOf(attributionOf(shown))), [page, shown])
  useLayoutEffect(
    () =>
      page?.painter.mark(
        'suggested-current',
        spansOf(corrected ?? (shown ? spansOfSuggestion(shown) : NONE)),
      ),
    [page, shown, corrected],
  )
}

/** A click on dotted words begins the review there. */
export function useSuggestionClicks(page: ReadingPage | null, passages: ShownPassages, review: Review): void {
  const latest = useRef({ passages, review })
  latest.current = { passages, review }
  useEffect(() => {
    if (!page) return
    const { root } = page.surface
    const onClick = (event: MouseEvent) => {
      const now = latest.current
      if (event.detail > 1 || !document.getSelection()?.isCollapsed) return
      const offset = offsetUnder(page.surface, event.clientX, event.clientY)
      if (offset === null || !isOnText(page, offset, event.clientX, event.clientY)) return
      if (ownersAt(now.passages.index, offset).length > 0) return
      const kind = now.review.kind ?? 'quotes'
      const hit = (
        now.review.kind ? now.review.list : now.review.waiting.quotes.filter((quote) => !isDoubtful(quote))
      ).find((suggestion) =>
        spansOfSuggestion(suggestion).some(([start, end]) => start <= offset && offset < end),
      )
      if (hit) now.review.begin(kind, hit.key)
    }
    root.addEventListener('click', onClick)
    return () => root.removeEventListener('click', onClick)
  }, [page])
}
