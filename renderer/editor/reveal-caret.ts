/** Where the caret comes to stand: this part of the scroller's height from its top. */
const REVEAL_AT = 0.28

/** Blocks out of sight have estimated heights: the first jump makes them real, the following ones correct it. */
const TRIES = 4

/** The caret's top in pixels of the window; null where the text has none. */
function caretTop(): number | null {
  const { anchorNode, anchorOffset } = getSelection() ?? {}
  if (!anchorNode) return null
  const range = document.createRange()
  range.selectNodeContents(anchorNode)
  // A range of no length may have no box, so the character after the caret is measured.
  if (anchorNode instanceof Text && anchorNode.length > 0) {
    const start = Math.min(anchorOffset ?? 0, anchorNode.length - 1)
    range.setStart(anchorNode, start)
    range.setEnd(anchorNode, start + 1)
  }
  return range.getBoundingClientRect().top
}

/** Scrolls so that the caret stands in the upper part of the scroller, over a few frames; the answer stops it. */
export function revealCaret(scroller: HTMLElement): () => void {
  let tries = TRIES
  let frame = 0
  const step = () => {
    const top = caretTop()
    if (top === null) return
    const view = scroller.getBoundingClientRect()
    const before = scroller.scrollTop
    scroller.scrollTop = before + top - view.top - view.height * REVEAL_AT
    tries -= 1
    if (tries > 0 && scroller.scrollTop !== before) frame = requestAnimationFrame(step)
  }
  step()
  return () => cancelAnimationFrame(frame)
}
