import type { DomElement } from './dom'
import type { SourcedBlock } from './read-blocks'

/** What an element holds, in UTF-16 units of block text. */
export interface Weight {
  /** Prose: running text outside anchors, in blocks long or punctuated enough to be sentences. */
  prose: number
  linked: number
  total: number
}

export type Weights = ReadonlyMap<DomElement, Weight>

const SENTENCE_END = /[.!?…。！？؟।:;]["'”’»“)\]]?\s*$/

/** How much of a block is prose: nothing of headings, captions, short lines and blocks made of links. */
export function proseOf({ block, linked }: SourcedBlock): number {
  const length = block.text.length
  if (block.type === 'heading' || block.type === 'caption' || block.type === 'rule' || linked > 0.5) return 0
  const enough = length >= 80 || (length >= 30 && SENTENCE_END.test(block.text))
  if (!enough) return 0
  const weight = block.type === 'listItem' || block.type === 'tableRow' ? 0.5 : 1
  return length * (1 - linked) * weight
}

/** Sums up what each element around the blocks holds. */
export function weigh(blocks: readonly SourcedBlock[]): Weights {
  const weights = new Map<DomElement, Weight>()
  for (const sourced of blocks) {
    const length = sourced.block.text.length
    const prose = proseOf(sourced)
    for (
      let element: DomElement | null = sourced.element;
      element !== null;
      element = element.parentElement
    ) {
      const weight = weights.get(element) ?? { prose: 0, linked: 0, total: 0 }
      weight.prose += prose
      weight.linked += length * sourced.linked
      weight.total += length
      weights.set(element, weight)
    }
  }
  return weights
}
