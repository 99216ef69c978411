import { ReadingPage } from '@renderer/anchoring/reading-page'
import type { Block } from '@shared/domain/block'
import {
  type RefObject,
  startTransition,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { afterPaint } from './use-after-paint'

/**
 * Fills the text element with the blocks and keeps the page while they are shown. `begin` does what belongs to the text's
 * first frame; the page is handed to all else once that frame is shown, and is null until then.
 */
export function useReadingPage(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  begin: (page: ReadingPage) => void,
): ReadingPage | null {
  const [page, setPage] = useState<ReadingPage | null>(null)
  const first = useRef(begin)
  useLayoutEffect(() => {
    if (!scroller.current || !root.current) return
    const opened = new ReadingPage(scroller.current, root.current, blocks)
    first.current(opened)
    const stop = afterPaint(() => startTransition(() => setPage(opened)))
    return () => {
      stop()
      opened.dispose()
    }
  }, [scroller, root, blocks])
  return page
}

/** Renders again when the window of near blocks moves or the layout changes; gives a number that tells states apart. */
export function useWindowOf(page: ReadingPage): string {
  return useSyncExternalStore(page.subscribe, () => `${page.window.first} ${page.window.last} ${page.layout}`)
}
