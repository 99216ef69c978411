import { pointInBlock, type TextSurface } from './text-surface'

/** Calls back with every stretch that shares text with `[start, end)`, in text order, the highlight it belongs to, and its bounds. */
export type EachStretch = (
  start: number,
  end: number,
  visit: (highlight: Highlight, start: number, end: number) => void,
) => void

/** A stretch of one block's text that is to be highlighted; offsets count from the block's start. */
interface Stretch {
  readonly highlight: Highlight
  readonly start: number
  end: number
}

interface Registered extends Readonly<Stretch> {
  readonly range: AbstractRange
}

/** How far ahead among the registered a stretch is looked for that may have stayed. */
const AHEAD = 4

/** Keeps stretches of the text registered as highlights in a window of blocks only, cut at the blocks' bounds. */
export class WindowedRanges {
  readonly #surface: TextSurface
  readonly #blocks = new Map<number, readonly Registered[]>()
  #each: EachStretch | null = null

  constructor(surface: TextSurface) {
    this.#surface = surface
  }

  /** Shows these stretches instead of the earlier ones; those that stay are left alone. */
  replace(each: EachStretch | null): void {
    this.#each = each
    for (const block of this.#blocks.keys()) this.#fill(block)
  }

  /** From now on reads the same stretches from elsewhere. */
  settle(each: EachStretch): void {
    this.#each = each
  }

  /** Moves the window to the blocks from `first` to `last`, both included. */
  setWindow(first: number, last: number): void {
    for (const block of this.#blocks.keys()) {
      if (block >= first && block <= last) continue
      this.#remove(block)
      this.#blocks.delete(block)
    }
    for (let block = first; block <= last; block += 1) if (!this.#blocks.has(block)) this.#fill(block)
  }

  clear(): void {
    for (const block of this.#blocks.keys()) this.#remove(block)
    this.#blocks.clear()
  }

  #remove(block: number): void {
    for (const { highlight, range } of this.#blocks.get(block) ?? []) highlight.delete(range)
  }

  /** Registers what a block is to show, and takes off what it showed and is not to show any more. */
  #fill(block: number): void {
    const before = this.#blocks.get(block) ?? []
    const element = this.#surface.elements[block]
    let at = 0
    const drop = (until: number) => {
      for (; at < until; at += 1) before[at]?.highlight.delete((before[at] as Registered).range)
    }
    const after = this.#stretchesIn(block).map((stretch): Registered => {
      const stayed = placeAmong(before, at, stretch)
      if (stayed >= 0) {
        drop(stayed)
        at += 1
        return before[stayed] as Registered
      }
      const range = rangeInBlock(element as HTMLElement, stretch.start, stretch.end)
      stretch.highlight.add(range)
      return { ...stretch, range }
    })
    drop(before.length)
    this.#blocks.set(block, after)
  }

  /** The stretches of a block. What overlaps in one highlight is one stretch: it is painted once, however many cover it. */
  #stretchesIn(block: number): readonly Stretch[] {
    if (!this.#each || !this.#surface.elements[block]) return []
    const blockStart = this.#surface.starts[block] as number
    const blockEnd = this.#surface.ends[block] as number
    const stretches: Stretch[] = []
    const last = new Map<Highlight, Stretch>()
    this.#each(blockStart, blockEnd, (highlight, start, end) => {
      const from = Math.max(0, start - blockStart)
      const to = Math.min(blockEnd, end) - blockStart
      const open = last.get(highlight)
      if (open && from < open.end) {
        open.end = Math.max(open.end, to)
        return
      }
      const stretch = { highlight, start: from, end: to }
      last.set(highlight, stretch)
      stretches.push(stretch)
    })
    return stretches
  }
}

/** The place of an equal among the registered from `at` on, near it; -1 when there is none. */
function placeAmong(
  registered: readonly Registered[],
  at: number,
  { highlight, start, end }: Stretch,
): number {
  for (let place = at; place < Math.min(at + AHEAD, registered.length); place += 1) {
    const one = registered[place] as Registered
    if (one.start === start && one.end === end && one.highlight === highlight) return place
  }
  return -1
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
