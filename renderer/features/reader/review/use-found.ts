import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { lookForSuggestions } from '@renderer/workflows/look-for-suggestions'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { settledIn } from '@shared/notebook/settled-suggestions'
import type { Suggestions } from '@shared/quotes/suggestions'
import { waitingAmong } from '@shared/quotes/waiting-suggestions'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { useReadingAfterPaint } from '../use-after-paint'

/** How far the search of one text has come. */
export type Search = 'looking' | 'found' | 'failed'

interface Found {
  readonly search: Search
  /** What nobody has decided on. */
  readonly waiting: Suggestions
}

/** How long the search waits for a moment in which nothing else is to be done, in milliseconds. */
const IDLE_LIMIT = 2_000

const NOTHING: Suggestions = { quotes: [], claims: [] }

/** Looks through the text in a worker once it is on the page, and follows what is decided. */
export function useFound(article: Article, versionId: Id, page: ReadingPage | null): Found {
  const { view } = useReadableNotebook()
  const look = useWorkflow(lookForSuggestions)
  const [search, setSearch] = useState<Search>('looking')
  const [found, setFound] = useState(NOTHING)
  const { lang } = article.fields
  useEffect(() => {
    if (!page) return
    let isWanted = true
    const take = (suggestions: Suggestions) =>
      startTransition(() => {
        setFound(suggestions)
        setSearch('found')
      })
    const start = () =>
      void look(versionId, page.surface.text, lang).then(
        (suggestions) => isWanted && take(suggestions),
        () => isWanted && setSearch('failed'),
      )
    // The text's own first moments come before what is found in it.
    const idle = requestIdleCallback(start, { timeout: IDLE_LIMIT })
    return () => {
      isWanted = false
      cancelIdleCallback(idle)
    }
  }, [look, versionId, page, lang])
  const decisions = useIndex('decisionsByArticle', article.id)
  const quotes = useIndex('quotesByArticle', article.id)
  const annotations = useReadingAfterPaint((all) => all.by('annotationsByArticle', article.id))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are read through the view.
  const waiting = useMemo(
    () => waitingAmong(found, settledIn(view, article.id, versionId)),
    [view, found, article.id, versionId, decisions, quotes, annotations],
  )
  return { search, waiting }
}
