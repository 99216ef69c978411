import type { Block } from '@shared/domain/block'
import { blockOffsets } from '@shared/domain/block'
import type { MadePassage } from '@test/support/make-article'

/** One way to show a text with passages marked in it, as the measurement drives it. */
export interface Subject {
  /** Shows some other text first, as a running app does. */
  warm?(root: HTMLElement): void | Promise<void>
  /** Shows the text; resolves when its elements are there. */
  open(root: HTMLElement, blocks: readonly Block[]): void | Promise<void>
  /** Makes ready what its user would have at hand, outside of the measured time. */
  prepare?(passages: readonly MadePassage[]): void | Promise<void>
  /** Marks all passages; resolves when what draws them was asked for. */
  paint(passages: readonly MadePassage[]): void | Promise<void>
  add(passage: MadePassage): void | Promise<void>
  /** What scrolls; the page itself when it is not said. */
  scroller?(): HTMLElement
  /** How many marks there are, to see that it did its work. */
  drawn(): number
}

/** Plain paragraphs with `content-visibility`, as the floor and the peers get them. */
export function mountPlain(root: HTMLElement, blocks: readonly Block[]): HTMLElement[] {
  root.innerHTML = blocks
    .map(({ text }) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('')
  return [...root.children] as HTMLElement[]
}

/** Finds the paragraph and the place in it of an offset in the canonical text. */
export class Places {
  readonly #starts: readonly number[]

  constructor(blocks: readonly Block[]) {
    this.#starts = blockOffsets(blocks)
  }

  locate(offset: number): readonly [block: number, within: number] {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return [low, offset - (this.#starts[low] as number)]
  }

  rangeOf(elements: readonly HTMLElement[], { start, end }: MadePassage): Range {
    const [first, from] = this.locate(start)
    const [last, to] = this.locate(end)
    const range = document.createRange()
    range.setStart(elements[first]?.firstChild as Text, from)
    range.setEnd(elements[last]?.firstChild as Text, to)
    return range
  }
}
