import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { rangeOf } from '@renderer/anchoring/text-surface'
import { useEffect } from 'react'

/** Shows the stretch that was asked for and selects it, so that it can be marked at once; UTF-16 offsets. */
export function useAskedStretch(page: ReadingPage | null, at: readonly [number, number] | undefined): void {
  useEffect(() => {
    if (!page || !at) return
    const end = Math.min(at[1], page.surface.text.length)
    if (at[0] >= end) return
    page.reveal(at[0])
    page.surface.root.focus({ preventScroll: true })
    const { startContainer, startOffset, endContainer, endOffset } = rangeOf(page.surface, at[0], end)
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  }, [page, at])
}
