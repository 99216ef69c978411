import { moveToBoundary } from '@shared/anchoring/character-boundaries'
import { offsetAt, pointAt, type TextSurface } from './text-surface'

/** A stretch of the text, in UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number]

/** Leaves out white space at both ends and never cuts a character; null when nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = moveToBoundary(text, start, -1)
  let to = moveToBoundary(text, end, 1)
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return from < to ? [from, to] : null
}

/** What is selected of the article's text, trimmed; null when nothing of it is. */
export function readSelection(surface: TextSurface): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(surface.root)) return null
  const start = offsetAt(surface, range.startContainer, range.startOffset)
  const end = offsetAt(surface, range.endContainer, range.endOffset)
  return trimSpan(surface.text, start, end)
}

/** Selects a stretch of the text in the document. */
export function selectSpan(surface: TextSurface, [start, end]: Span): void {
  const from = pointAt(surface, start, 'after')
  const to = pointAt(surface, end, 'before')
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The offset in the text under a point of the window; null beside the text. */
export function offsetUnder(surface: TextSurface, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !surface.root.contains(caret.offsetNode)) return null
  return offsetAt(surface, caret.offsetNode, caret.offset)
}
