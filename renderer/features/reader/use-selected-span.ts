import { readSelection, type Span } from '@renderer/anchoring/read-selection'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useEffect, useState } from 'react'

/** What is selected in the text once the pointer rests; null when nothing is. */
export function useSelectedSpan(page: ReadingPage | null): Span | null {
  const [span, setSpan] = useState<Span | null>(null)
  useEffect(() => {
    if (!page) return
    let isDragging = false
    const read = () => {
      if (isDragging) return
      const next = readSelection(page.surface)
      setSpan((now) => (now && next && now[0] === next[0] && now[1] === next[1] ? now : next))
    }
    const onDown = () => {
      isDragging = true
    }
    const onUp = () => {
      isDragging = false
      // The browser settles the selection after the button is up.
      setTimeout(read)
    }
    page.surface.root.addEventListener('pointerdown', onDown)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    document.addEventListener('selectionchange', read)
    // What was selected before: a stretch that was asked for, or words chosen as soon as they could be read.
    read()
    return () => {
      page.surface.root.removeEventListener('pointerdown', onDown)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
      document.removeEventListener('selectionchange', read)
    }
  }, [page])
  return span
}
