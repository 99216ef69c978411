import { ReadingPage } from '@renderer/anchoring/reading-page'
import type { Block } from '@shared/domain/block'
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react'

/** Fills the text element with the blocks and keeps the page while they are shown; null before the first layout. */
export function useReadingPage(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
): ReadingPage | null {
  const [page, setPage] = useState<ReadingPage | null>(null)
  useLayoutEffect(() => {
    if (!scroller.current || !root.current) return
    const opened = new ReadingPage(scroller.current, root.current, blocks)
    setPage(opened)
    return () => opened.dispose()
  }, [scroller, root, blocks])
  return page
}

/** Renders again when the window of near blocks moves or the layout changes; gives a number that tells states apart. */
export function useWindowOf(page: ReadingPage): string {
  return useSyncExternalStore(page.subscribe, () => `${page.window.first} ${page.window.last} ${page.layout}`)
}
