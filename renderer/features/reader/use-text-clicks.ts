import { ownersAt } from '@renderer/anchoring/passage-index'
import { offsetUnder } from '@renderer/anchoring/read-selection'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { rangeOf } from '@renderer/anchoring/text-surface'
import type { Id } from '@shared/base/ids'
import { useEffect, useRef } from 'react'
import type { ShownPassages } from './shown-passages'

/** Whether a point lies on the letters around an offset, and not merely nearest to them. */
export function isOnText(page: ReadingPage, offset: number, x: number, y: number): boolean {
  const around = rangeOf(
    page.surface,
    Math.max(0, offset - 1),
    Math.min(page.surface.text.length, offset + 1),
  )
  return [...around.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2,
  )
}

/** The annotation that a click at an offset means; a second click in the same place goes to the next below. */
export function annotationAt(passages: ShownPassages, offset: number, active: Id | null): Id | null {
  const owners = ownersAt(passages.index, offset).map((owner) => passages.annotations[owner]?.id ?? null)
  return owners[(owners.indexOf(active) + 1) % Math.max(1, owners.length)] ?? null
}

/** Draws out the annotation whose passage is clicked; a click beside all passages puts the active one back. */
export function useTextClicks(
  page: ReadingPage | null,
  passages: ShownPassages,
  active: Id | null,
  activate: (id: Id | null, reveals?: boolean) => void,
): void {
  const latest = useRef({ passages, active, activate })
  latest.current = { passages, active, activate }
  useEffect(() => {
    if (!page) return
    const onClick = (event: MouseEvent) => {
      if (event.detail > 1 || !document.getSelection()?.isCollapsed) return
      if (event.target instanceof Element && event.target.closest('a')) return
      const offset = offsetUnder(page.surface, event.clientX, event.clientY)
      const isHit = offset !== null && isOnText(page, offset, event.clientX, event.clientY)
      const now = latest.current
      now.activate(isHit ? annotationAt(now.passages, offset, now.active) : null, false)
    }
    page.surface.root.addEventListener('click', onClick)
    return () => page.surface.root.removeEventListener('click', onClick)
  }, [page])
}
