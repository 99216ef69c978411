import { countNotAbove } from '@shared/anchoring/tokens'
import { highlightNamed, type SpecialMark, specialHighlight } from './highlight-names'
import { eachPassageIn, type PassageIndex } from './passage-index'
import { styleName, stylePriority } from './passage-style'
import type { TextSurface } from './text-surface'
import { WindowedRanges } from './windowed-ranges'

/** Stretches of the text in flat arrays, sorted, none overlapping another; UTF-16 offsets. */
export interface Spans {
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Paints passages by the CSS Custom Highlight API, without an element per highlight, and only in the blocks near
 * the window: what is painted, and what an addition costs, does not grow with the number of annotations.
 */
export class HighlightPainter {
  readonly #surface: TextSurface
  readonly #passages: WindowedRanges
  readonly #special = new Map<SpecialMark, WindowedRanges>()
  #window: readonly [number, number] = [0, -1]

  constructor(surface: TextSurface) {
    this.#surface = surface
    this.#passages = new WindowedRanges(surface)
  }

  /** Shows the passages of these indexes, each asked for a stretch of the text, instead of the earlier ones. */
  setPassages(indexOf: (start: number, end: number) => PassageIndex): void {
    this.#passages.replace((start, end, visit) => eachHighlightIn(indexOf(start, end), start, end, visit))
  }

  /** Gives the index of all passages once it is there, the same as those that are shown. */
  settlePassages(index: PassageIndex): void {
    this.#passages.settle((start, end, visit) => eachHighlightIn(index, start, end, visit))
  }

  /** Says which blocks are near the window, both included; the rest is not painted. */
  setWindow(first: number, last: number): void {
    this.#window = [first, last]
    this.#passages.setWindow(first, last)
    for (const ranges of this.#special.values()) ranges.setWindow(first, last)
  }

  /** Marks stretches for a purpose of the moment, replacing the earlier ones of that purpose. */
  mark(purpose: SpecialMark, spans: Spans): void {
    let ranges = this.#special.get(purpose)
    if (!ranges) {
      ranges = new WindowedRanges(this.#surface)
      ranges.setWindow(...this.#window)
      this.#special.set(purpose, ranges)
    }
    const highlight = specialHighlight(purpose)
    ranges.replace((start, end, visit) => {
      const last = countNotAbove(spans.starts, end - 1)
      for (let place = countNotAbove(spans.ends, start); place < last; place += 1)
        visit(highlight, spans.starts[place] as number, spans.ends[place] as number)
    })
  }

  /** Takes everything off, as when the article is closed. */
  clear(): void {
    this.#passages.clear()
    for (const ranges of this.#special.values()) ranges.clear()
  }
}

/** Calls back with the highlight and the bounds of every passage that shares text with `[start, end)`. */
function eachHighlightIn(
  index: PassageIndex,
  start: number,
  end: number,
  visit: (highlight: Highlight, start: number, end: number) => void,
): void {
  eachPassageIn(index, start, end, (place) => {
    const style = index.styles[place] as number
    const highlight = highlightNamed(styleName(style), stylePriority(style))
    visit(highlight, index.starts[place] as number, index.ends[place] as number)
  })
}

/** Spans from pairs, sorted by start. */
export function spansOf(pairs: readonly (readonly [number, number])[]): Spans {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0])
  return {
    starts: Int32Array.from(sorted, ([start]) => start),
    ends: Int32Array.from(sorted, ([, end]) => end),
  }
}
