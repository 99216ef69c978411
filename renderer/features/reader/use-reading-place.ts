import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useLocalSettings } from '@renderer/storage/queries/local'
import type { Id } from '@shared/base/ids'
import { useEffect, useState } from 'react'

interface Place {
  readonly versionId: Id
  readonly offset: number
}

const KEEP_AFTER = 300

/** Where one was reading when the version was opened, as a UTF-16 offset; 0 at its beginning. */
export function useKeptPlace(articleId: Id, versionId: Id): number {
  const local = useLocalSettings()
  const [kept] = useState(() => {
    const place = local.get<Place>(`place:${articleId}`)
    return place?.versionId === versionId ? place.offset : 0
  })
  return kept
}

/** Keeps the place while reading. */
export function useReadingPlace(page: ReadingPage | null, articleId: Id, versionId: Id): void {
  const local = useLocalSettings()
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
