import { pointInBlock, type TextSurface } from './text-surface'

/** Calls back with every stretch that shares text with `[start, end)`, the highlight it belongs to, and its bounds. */
export type EachStretch = (
  start: number,
  end: number,
  visit: (highlight: Highlight, start: number, end: number) => void,
) => void

interface Registered {
  readonly highlight: Highlight
  readonly range: AbstractRange
}

/** A stretch of one block's own text, as highlights take it. */
export function rangeInBlock(element: HTMLElement, start: number, end: number): StaticRange {
  const from = pointInBlock(element, start, 'after')
  const to = pointInBlock(element, end, 'before')
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
}

/** Keeps stretches of the text registered as highlights in a window of blocks only, cut at the blocks' bounds. */
export class WindowedRanges {
  readonly #surface: TextSurface
  readonly #blocks = new Map<number, Registered[]>()
  #each: EachStretch | null = null

  constructor(surface: TextSurface) {
    this.#surface = surface
  }

  /** Shows these stretches instead of the earlier ones. */
  replace(each: EachStretch | null): void {
    this.#each = each
    for (const block of this.#blocks.keys()) {
      this.#remove(block)
      this.#add(block)
    }
  }

  /** Moves the window to the blocks from `first` to `last`, both included. */
  setWindow(first: number, last: number): void {
    for (const block of this.#blocks.keys()) {
      if (block >= first && block <= last) continue
      this.#remove(block)
      this.#blocks.delete(block)
    }
    for (let block = first; block <= last; block += 1) if (!this.#blocks.has(block)) this.#add(block)
  }

  clear(): void {
    for (const block of this.#blocks.keys()) this.#remove(block)
    this.#blocks.clear()
  }

  #remove(block: number): void {
    for (const { highlight, range } of this.#blocks.get(block) ?? []) highlight.delete(range)
  }

  #add(block: number): void {
    const registered: Registered[] = []
    this.#blocks.set(block, registered)
    const element = this.#surface.elements[block]
    if (!this.#each || !element) return
    const blockStart = this.#surface.starts[block] as number
    const blockEnd = this.#surface.ends[block] as number
    this.#each(blockStart, blockEnd, (highlight, start, end) => {
      const from = Math.max(0, start - blockStart)
      const range = rangeInBlock(element, from, Math.min(blockEnd, end) - blockStart)
      highlight.add(range)
      registered.push({ highlight, range })
    })
  }
}
