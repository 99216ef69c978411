import type { Block } from '@shared/domain/block'
import { HighlightPainter } from './highlight-painter'
import { blockIndexAt, mountSurface, rangeOf, type TextSurface } from './text-surface'

/** A stretch's place on the page: pixels from the top of the text. */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

/** Blocks near what is seen, both included. */
export interface BlockWindow {
  readonly first: number
  readonly last: number
}

/** How much beyond the seen part is kept ready, in heights of the window, and how much of that must stay ahead. */
const READY = 1
const AHEAD = 0.3

/** Blocks that are taken for near until the first layout. */
const FIRST_BLOCKS = 30

/** Where a revealed passage comes to stand: this part of the window's height from its top. */
const REVEAL_AT = 0.28

/**
 * An article's text on the page: its surface, its painter, and which blocks are near the seen part. Listeners are
 * told when that window moves or when the layout changes.
 */
export class ReadingPage {
  readonly surface: TextSurface
  readonly painter: HighlightPainter
  readonly scroller: HTMLElement
  window: BlockWindow = { first: 0, last: -1 }
  /** Grows whenever something may stand elsewhere than before. */
  layout = 0
  readonly #listeners = new Set<() => void>()
  readonly #resizes: ResizeObserver
  /** Bounds of stretches from the top of their block; they last until the text's width or type changes. */
  readonly #extents = new Map<number, Extent>()
  /** Tops of blocks from the top of the text; they last until anything changes its height. */
  readonly #tops: Float64Array
  readonly #chunkTops: Float64Array
  #width = 0

  constructor(scroller: HTMLElement, root: HTMLElement, blocks: readonly Block[]) {
    this.scroller = scroller
    this.surface = mountSurface(root, blocks)
    this.painter = new HighlightPainter(this.surface)
    this.#tops = new Float64Array(this.surface.elements.length).fill(Number.NaN)
    this.#chunkTops = new Float64Array(this.surface.chunks.length).fill(Number.NaN)
    this.#resizes = new ResizeObserver(() => this.#onResize())
    this.#resizes.observe(root)
    this.#resizes.observe(scroller)
    scroller.addEventListener('scroll', this.#onScroll, { passive: true })
    // A guess that costs no layout; the first notice of the observer, before the first frame is shown, puts it right.
    this.window = { first: 0, last: Math.min(FIRST_BLOCKS, this.surface.elements.length) - 1 }
    this.painter.setWindow(this.window.first, this.window.last)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Measures all anew, as after a change of the type's size. */
  refresh(): void {
    this.#extents.clear()
    this.#onLayout()
  }

  /** Where a stretch of the text stands; exact for blocks in the window, which are laid out. */
  extentOf(start: number, end: number): Extent {
    const key = start * 67_108_864 + Math.min(end - start, 67_108_863)
    const block = blockIndexAt(this.surface, start)
    const blockTop = this.#topOf(block)
    let within = this.#extents.get(key)
    if (!within) {
      const box = rangeOf(this.surface, start, end).getBoundingClientRect()
      const origin = this.#rootTop() + blockTop
      within = { top: box.top - origin, bottom: box.bottom - origin }
      this.#extents.set(key, within)
    }
    return { top: blockTop + within.top, bottom: blockTop + within.bottom }
  }

  /** The offset of the first text that is seen. */
  firstSeen(): number {
    return this.surface.starts[this.#blockAt(this.#seen().top + 4)] ?? 0
  }

  /** Scrolls so that an offset stands in the upper part of the window. */
  reveal(offset: number, at = REVEAL_AT): void {
    // Blocks out of sight have estimated heights: the first jump makes them real, the following ones correct it.
    let tries = 4
    const step = () => {
      const box = rangeOf(this.surface, offset, Math.min(offset + 1, this.surface.text.length))
      const view = this.scroller.getBoundingClientRect()
      const distance = box.getBoundingClientRect().top - view.top - view.height * at
      const before = this.scroller.scrollTop
      if (Math.abs(distance) > 1) this.scroller.scrollTop = before + distance
      tries -= 1
      if (tries > 0 && this.scroller.scrollTop !== before) requestAnimationFrame(step)
    }
    step()
  }

  /** Whether an offset stands in the seen part, away from its edges. */
  isSeen(offset: number): boolean {
    const { top } = rangeOf(
      this.surface,
      offset,
      Math.min(offset + 1, this.surface.text.length),
    ).getBoundingClientRect()
    const view = this.scroller.getBoundingClientRect()
    return top > view.top + 24 && top < view.bottom - 48
  }

  dispose(): void {
    this.#resizes.disconnect()
    this.scroller.removeEventListener('scroll', this.#onScroll)
    this.painter.clear()
    this.#listeners.clear()
  }

  readonly #onScroll = (): void => {
    if (this.#moveWindow()) this.#tell()
  }

  #onResize(): void {
    const width = this.surface.root.clientWidth
    if (width !== this.#width) this.#extents.clear()
    this.#width = width
    this.#onLayout()
  }

  #onLayout(): void {
    this.#tops.fill(Number.NaN)
    this.#chunkTops.fill(Number.NaN)
    this.layout += 1
    this.#moveWindow()
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #rootTop(): number {
    return this.surface.root.getBoundingClientRect().top
  }

  #topOf(block: number): number {
    return this.#topFrom(this.#tops, block, this.surface.elements[block])
  }

  #topFrom(tops: Float64Array, place: number, element: HTMLElement | undefined): number {
    if (!element) return 0
    const known = tops[place] as number
    if (!Number.isNaN(known)) return known
    const top = element.getBoundingClientRect().top - this.#rootTop()
    tops[place] = top
    return top
  }

  /** The seen part in pixels from the top of the text. */
  #seen(): { readonly top: number; readonly height: number } {
    const { top, height } = this.scroller.getBoundingClientRect()
    return { top: top - this.#rootTop(), height }
  }

  /** The block at a height, or the next above it: first its chunk, for measuring one far away would lay it out. */
  #blockAt(y: number): number {
    const { chunks, elements } = this.surface
    const chunk = lastThat(
      (at) => this.#topFrom(this.#chunkTops, at, chunks[at]?.element) <= y,
      0,
      chunks.length - 1,
    )
    const last = (chunks[chunk + 1]?.first ?? elements.length) - 1
    return lastThat((at) => this.#topOf(at) <= y, chunks[chunk]?.first ?? 0, last)
  }

  /** Moves the window when the seen part comes near its edge; tells whether it moved. */
  #moveWindow(): boolean {
    const { top, height } = this.#seen()
    const first = this.#blockAt(top - height * AHEAD)
    const last = this.#blockAt(top + height * (1 + AHEAD))
    if (first >= this.window.first && last <= this.window.last) return false
    this.window = {
      first: this.#blockAt(top - height * READY),
      last: this.#blockAt(top + height * (1 + READY)),
    }
    this.painter.setWindow(this.window.first, this.window.last)
    return true
  }
}

/** The last number from `low` to `high` that passes a test, which the first ones pass and the others don't, by halving; `low` when none does. */
function lastThat(passes: (number: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if (passes(middle)) from = middle
    else to = middle - 1
  }
  return Math.max(0, from)
}
