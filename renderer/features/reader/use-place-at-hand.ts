import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { offsetAt } from '@renderer/anchoring/text-surface'
import { useCallback, useEffect, useRef } from 'react'
import { type Place, placeOn } from './use-reading-place'

/**
 * Gives the place one has in hand: the start of what was selected or clicked last, as long as it is seen, else the first
 * text that is seen. A palette or a button takes the selection away, so it is remembered. Null before the page is there.
 */
export function usePlaceAtHand(page: ReadingPage | null): () => Place | null {
  const chosen = useRef<number | null>(null)
  useEffect(() => {
    chosen.current = null
    if (!page) return
    const { surface } = page
    const remember = () => {
      const selection = document.getSelection()
      if (!selection?.anchorNode || !surface.root.contains(selection.anchorNode)) return
      const { startContainer, startOffset } = selection.getRangeAt(0)
      if (surface.root.contains(startContainer))
        chosen.current = offsetAt(surface, startContainer, startOffset)
    }
    document.addEventListener('selectionchange', remember)
    remember()
    return () => document.removeEventListener('selectionchange', remember)
  }, [page])
  return useCallback(() => {
    if (!page) return null
    const at = chosen.current
    return placeOn(page, at !== null && page.isSeen(at) ? at : page.firstSeen())
  }, [page])
}
