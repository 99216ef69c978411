import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { TextCaret } from '@renderer/anchoring/text-caret'
import { rangeOf } from '@renderer/anchoring/text-surface'
import { announce } from '@renderer/navigation/tasks'
import { useEffect, useMemo, useState } from 'react'

/** Where the caret is drawn, in pixels from the text's top left corner. */
export interface CaretBox {
  readonly left: number
  readonly top: number
  readonly height: number
}

export interface CaretMode {
  readonly isOn: boolean
  /** Null while nothing is to be drawn. */
  readonly box: CaretBox | null
  toggle(): void
  leave(): void
}

function caretRect(page: ReadingPage, offset: number): DOMRect {
  const collapsed = rangeOf(page.surface, offset, offset)
  const [rect] = collapsed.getClientRects()
  if (rect && rect.height > 0) return rect
  return rangeOf(page.surface, Math.max(0, offset - 1), Math.max(offset, 1)).getBoundingClientRect()
}

function boxAt(page: ReadingPage, offset: number): CaretBox {
  const rect = caretRect(page, offset)
  const root = page.surface.root.getBoundingClientRect()
  return { left: rect.left - root.left, top: rect.top - root.top, height: rect.height }
}

/** Lets arrows move a caret through the text and, with Shift, select. The caret is drawn here: browsers show none in text that can't be edited. */
export function useCaret(page: ReadingPage | null, startAt: () => number): CaretMode {
  const caret = useMemo(() => (page ? new TextCaret(page.surface) : null), [page])
  const [isOn, setOn] = useState(false)
  const [box, setBox] = useState<CaretBox | null>(null)
  useEffect(() => {
    if (!isOn || !page || !caret) return setBox(null)
    const draw = () => {
      const offset = caret.offset()
      setBox(offset === null ? null : boxAt(page, offset))
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault()
        setOn(false)
      } else if (caret.handle(event)) {
        event.preventDefault()
        const offset = caret.offset()
        if (offset !== null && !page.isSeen(offset)) page.reveal(offset, 0.4)
        draw()
      }
    }
    const { root } = page.surface
    document.addEventListener('selectionchange', draw)
    root.addEventListener('keydown', onKeyDown)
    const stop = page.subscribe(draw)
    draw()
    return () => {
      document.removeEventListener('selectionchange', draw)
      root.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [isOn, page, caret])
  const enter = () => {
    if (!page || !caret) return
    page.surface.root.focus({ preventScroll: true })
    if (caret.offset() === null || document.getSelection()?.isCollapsed) caret.place(startAt())
    setOn(true)
    announce('Caret in the text: arrows move it, Shift and arrows select, Esc leaves.')
  }
  return { isOn, box, toggle: isOn ? () => setOn(false) : enter, leave: () => setOn(false) }
}
