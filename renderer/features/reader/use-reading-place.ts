import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useLocalSettings } from '@renderer/storage/queries/local'
import type { Id } from '@shared/base/ids'
import { useEffect, useLayoutEffect } from 'react'

interface Place {
  readonly versionId: Id
  readonly offset: number
}

const KEEP_AFTER = 300

/** Goes back to where one was reading, and keeps the place while reading; `isElsewhere` when a passage was asked for. */
export function useReadingPlace(
  page: ReadingPage | null,
  articleId: Id,
  versionId: Id,
  isElsewhere: boolean,
): void {
  const local = useLocalSettings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening the page goes to the kept place.
  useLayoutEffect(() => {
    const place = local.get<Place>(`place:${articleId}`)
    if (page && !isElsewhere && place?.versionId === versionId && place.offset > 0)
      page.reveal(place.offset, 0)
  }, [page])
  useEffect(() => {
    if (!page) return
    local.set(`read:${articleId}`, Date.now())
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => local.set(`place:${articleId}`, { versionId, offset: page.firstSeen() })
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, KEEP_AFTER)
    }
    page.scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      page.scroller.removeEventListener('scroll', onScroll)
    }
  }, [page, local, articleId, versionId])
}
