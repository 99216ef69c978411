import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { announce } from '@renderer/navigation/tasks'
import { acceptClaim, acceptQuotes, rejectSuggestions } from '@renderer/workflows/decide-suggestions'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import type { Article } from '@shared/domain/article'
import { isQuoteSuggestion, type Suggested } from '@shared/quotes/waiting-suggestions'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Review } from './review-context'
import { currentIn, offeredAmong, type ReviewKind, START } from './review-list'
import { useFound } from './use-found'

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

async function tell(saved: Promise<Result<unknown>>, words: string): Promise<void> {
  const outcome = await saved
  announce(outcome.ok ? words : outcome.error.message)
}

/** What is done with suggestions, each in one undoable step. */
function useDecisions(article: Article, versionId: Id, page: ReadingPage | null) {
  const keepQuotes = useWorkflow(acceptQuotes)
  const keepClaim = useWorkflow(acceptClaim)
  const turnDown = useWorkflow(rejectSuggestions)
  return useMemo(() => {
    const place = { articleId: article.id, versionId, text: page?.surface.text ?? '' }
    return {
      keep(suggestion: Suggested, outcome: 'accepted' | 'corrected') {
        if (!isQuoteSuggestion(suggestion))
          return void tell(keepClaim(place, suggestion, outcome), 'Kept as a claim.')
        const of = suggestion.speaker ? ` of ${suggestion.speaker}` : ''
        void tell(keepQuotes(place, [suggestion], outcome), `Kept as a quote${of}.`)
      },
      keepAll(quotes: Parameters<typeof keepQuotes>[1]) {
        void tell(
          keepQuotes(place, quotes),
          `${counted(quotes.length, 'quote')} kept. Ctrl Z takes them back.`,
        )
      },
      turnDown(keys: readonly string[]) {
        const words =
          keys.length === 1 ? 'Turned down.' : `${counted(keys.length, 'suggestion')} turned down.`
        void tell(turnDown(place, keys), `${words} Ctrl Z takes it back.`)
      },
    }
  }, [article.id, versionId, page, keepQuotes, keepClaim, turnDown])
}

/** Brings what is looked at into sight. */
function useRevealed(
  page: ReadingPage | null,
  current: Suggested | undefined,
  kind: ReviewKind | null,
): void {
  const key = kind && current?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another suggestion moves the page.
  useEffect(() => {
    if (!page || !key || !current) return
    const [start] = (isQuoteSuggestion(current) ? current.spans[0] : current.span) ?? [0]
    if (!page.isSeen(start)) page.reveal(start)
  }, [page, key])
}

/** Finds suggestions in the article that is open, and goes through them. `asked` begins at once. */
export function useReview(
  article: Article,
  versionId: Id,
  page: ReadingPage | null,
  asked: ReviewKind | undefined,
): Review {
  const { search, waiting } = useFound(article, versionId, page)
  const [kind, setKind] = useState<ReviewKind | null>(asked ?? null)
  const [showsDoubtful, setShowsDoubtful] = useState(false)
  const [isCorrecting, setCorrecting] = useState(false)
  const [at, setAt] = useState(START)
  const decide = useDecisions(article, versionId, page)
  useEffect(() => {
    if (asked) setKind(asked)
  }, [asked])
  const { list, doubtful } = useMemo(
    () => offeredAmong(waiting, kind ?? 'quotes', showsDoubtful),
    [waiting, kind, showsDoubtful],
  )
  const place = currentIn(list, at)
  const current = list[place]
  useRevealed(page, current, kind)
  const goOn = useCallback(
    (decided: string | null) => {
      setCorrecting(false)
      setAt({ key: list[place + 1]?.key ?? null, index: place, decided })
    },
    [list, place],
  )
  return useMemo<Review>(
    () => ({
      search,
      waiting,
      kind,
      list,
      place,
      current,
      doubtful,
      showsDoubtful,
      isCorrecting: isCorrecting && current !== undefined,
      begin(wanted, key) {
        setKind(wanted)
        setCorrecting(false)
        const isHeldBack = key !== undefined && !list.some((suggestion) => suggestion.key === key)
        if (isHeldBack && wanted === kind) setShowsDoubtful(true)
        setAt({ ...START, key: key ?? null })
      },
      leave() {
        setKind(null)
        setCorrecting(false)
        page?.surface.root.focus({ preventScroll: true })
      },
      step(by) {
        if (list.length === 0) return
        const index = (place + by + list.length) % list.length
        setCorrecting(false)
        setAt({ key: list[index]?.key ?? null, index, decided: null })
      },
      toggleDoubtful() {
        setShowsDoubtful((isShown) => !isShown)
        setAt({ key: current?.key ?? null, index: 0, decided: null })
      },
      accept() {
        if (!current) return
        decide.keep(current, 'accepted')
        goOn(current.key)
      },
      reject() {
        if (!current) return
        decide.turnDown([current.key])
        goOn(current.key)
      },
      correct(isOpen) {
        setCorrecting(isOpen)
        if (!isOpen) page?.surface.root.focus({ preventScroll: true })
      },
      acceptCorrected(suggestion) {
        decide.keep(suggestion, 'corrected')
        goOn(suggestion.key)
        page?.surface.root.focus({ preventScroll: true })
      },
      acceptAll(quotes) {
        decide.keepAll(quotes)
        setAt(START)
      },
      rejectRest() {
        if (list.length > 0) decide.turnDown(list.map(({ key }) => key))
      },
    }),
    [search, waiting, kind, list, place, current, doubtful, showsDoubtful, isCorrecting, page, decide, goOn],
  )
}
