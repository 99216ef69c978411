import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useLocalSettings } from '@renderer/storage/queries/local'
import type { Id } from '@shared/base/ids'
import { useEffect, useState } from 'react'

/** Where one was reading: a UTF-16 offset in the version that was read, and the words there, for finding it in another. */
export interface Place {
  readonly offset: number
  readonly words?: string
}

const KEEP_AFTER = 300
/** How many characters tell a place from others. */
const TELLING = 80

/** The place at an offset of the page's text. */
export function placeOn(page: ReadingPage, offset: number): Place {
  return { offset, words: page.surface.text.slice(offset, offset + TELLING) }
}

/** A place in a text that may be another version of the one it was kept in, as a UTF-16 offset. */
export function placeIn(text: string, { offset, words = '' }: Place): number {
  if (text.startsWith(words, offset)) return Math.min(offset, text.length)
  const found = [text.lastIndexOf(words, offset), text.indexOf(words, offset)].filter((at) => at >= 0)
  const [nearest] = found.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset))
  return nearest ?? Math.min(offset, text.length)
}

/** Where one was reading when the article was opened. */
export function useKeptPlace(articleId: Id): Place {
  const local = useLocalSettings()
  const [kept] = useState(() => local.get<Place>(`place:${articleId}`) ?? { offset: 0 })
  return kept
}

/** Keeps the place while reading. */
export function useReadingPlace(page: ReadingPage | null, articleId: Id): void {
  const local = useLocalSettings()
  useEffect(() => {
    if (!page) return
    local.set(`read:${articleId}`, Date.now())
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      local.set(`place:${articleId}`, placeOn(page, page.firstSeen()))
    }
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, KEEP_AFTER)
    }
    page.scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      page.scroller.removeEventListener('scroll', onScroll)
    }
  }, [page, local, articleId])
}
