import { offsetAt, pointAt, type TextSurface } from './text-surface'

type Granularity = 'character' | 'word' | 'line' | 'lineboundary'
type Direction = 'left' | 'right' | 'forward' | 'backward'

interface Move {
  readonly direction: Direction
  readonly granularity: Granularity
  readonly times?: number
}

function moveOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): Move | 'start' | 'end' | null {
  const byWord = ctrlKey || altKey
  switch (key) {
    case 'ArrowLeft':
      return { direction: 'left', granularity: metaKey ? 'lineboundary' : byWord ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', granularity: metaKey ? 'lineboundary' : byWord ? 'word' : 'character' }
    case 'ArrowUp':
      return { direction: 'backward', granularity: 'line' }
    case 'ArrowDown':
      return { direction: 'forward', granularity: 'line' }
    case 'PageUp':
      return { direction: 'backward', granularity: 'line', times: 12 }
    case 'PageDown':
      return { direction: 'forward', granularity: 'line', times: 12 }
    case 'Home':
      return ctrlKey ? 'start' : { direction: 'backward', granularity: 'lineboundary' }
    case 'End':
      return ctrlKey ? 'end' : { direction: 'forward', granularity: 'lineboundary' }
    default:
      return null
  }
}

/** A caret in text that can't be edited, moved by the browser's own notion of letters, words and lines. */
export class TextCaret {
  readonly #surface: TextSurface

  constructor(surface: TextSurface) {
    this.#surface = surface
  }

  /** Puts the caret before an offset of the text. */
  place(offset: number): void {
    const { node, offset: within } = pointAt(this.#surface, offset)
    document.getSelection()?.collapse(node, within)
  }

  /** Where the moving end of the selection is, or null when it is outside the text. */
  offset(): number | null {
    const selection = document.getSelection()
    if (!selection?.focusNode || !this.#surface.root.contains(selection.focusNode)) return null
    return offsetAt(this.#surface, selection.focusNode, selection.focusOffset)
  }

  /** Moves or, with Shift, selects by a key; false when the key means nothing to a caret. */
  handle(event: KeyboardEvent): boolean {
    const move = moveOf(event)
    const selection = document.getSelection()
    if (!move || !selection) return false
    if (move === 'start' || move === 'end') {
      this.#jump(selection, move === 'start' ? 0 : this.#surface.text.length, event.shiftKey)
      return true
    }
    for (let time = 0; time < (move.times ?? 1); time += 1) this.#step(selection, move, event.shiftKey)
    return true
  }

  #jump(selection: Selection, offset: number, isSelecting: boolean): void {
    const { node, offset: within } = pointAt(this.#surface, offset, 'before')
    if (isSelecting) selection.extend(node, within)
    else selection.collapse(node, within)
  }

  /** The browser may step out of the article at its ends; then the caret stays. */
  #step(selection: Selection, { direction, granularity }: Move, isSelecting: boolean): void {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    selection.modify(isSelecting ? 'extend' : 'move', direction, granularity)
    if (selection.focusNode && this.#surface.root.contains(selection.focusNode)) return
    if (anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
  }
}
