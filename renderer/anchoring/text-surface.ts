import { countNotAbove } from '@shared/anchoring/tokens'
import { type Block, blockOffsets, blocksToText } from '@shared/domain/block'
import { lengthRules } from './block-element'
import { buildBlocks, type Chunk } from './build-blocks'
import { highlightRules } from './highlight-names'

/** A place in the document: what Range and Selection take. */
export interface TextPoint {
  readonly node: Node
  readonly offset: number
}

/** An article's text as it stands in the document. Offsets are UTF-16 in the canonical text. */
export interface TextSurface {
  readonly root: HTMLElement
  readonly text: string
  /** Where each block starts in the text. */
  readonly starts: Int32Array
  /** Where each block ends, the line break after it left out. */
  readonly ends: Int32Array
  readonly elements: readonly HTMLElement[]
  /** What the elements stand in, in order. */
  readonly chunks: readonly Chunk[]
}

let areRulesAdopted = false

/**
 * Adds the rules that follow from names in this folder, in a style sheet made by script: the content security policy
 * forbids inline style. Before the first text is mounted, for a change of rules later would style every block anew.
 */
function adoptRules(): void {
  if (areRulesAdopted) return
  areRulesAdopted = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${lengthRules()}\n${highlightRules()}`)
  document.adoptedStyleSheets.push(sheet)
}

/** Fills `root` with the blocks, once, in one insertion. */
export function mountSurface(root: HTMLElement, blocks: readonly Block[]): TextSurface {
  const { fragment, elements, chunks } = buildBlocks(blocks)
  adoptRules()
  root.dataset.surface = ''
  root.replaceChildren(fragment)
  const starts = Int32Array.from(blockOffsets(blocks))
  const ends = starts.map((start, index) => start + (blocks[index]?.text.length ?? 0))
  return { root, text: blocksToText(blocks), starts, ends, elements, chunks }
}

/** The block that holds an offset; the line break after a block counts as its end. */
export function blockIndexAt(surface: TextSurface, offset: number): number {
  return Math.max(0, countNotAbove(surface.starts, offset) - 1)
}

/** The text node of a block that holds an offset of its text. `leaning` says which of two touching nodes is meant. */
export function pointInBlock(element: HTMLElement, offset: number, leaning: 'before' | 'after'): TextPoint {
  const only = element.firstChild
  if (only instanceof Text && !only.nextSibling) {
    return { node: only, offset: Math.min(offset, only.length) }
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: Text | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length || (leaning === 'before' && left === node.length)) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last ? { node: last, offset: last.length } : { node: element, offset: 0 }
}

/** The place in the document of an offset in the text. */
export function pointAt(
  surface: TextSurface,
  offset: number,
  leaning: 'before' | 'after' = 'after',
): TextPoint {
  const index = blockIndexAt(surface, offset)
  const element = surface.elements[index]
  if (!element) return { node: surface.root, offset: 0 }
  return pointInBlock(element, offset - (surface.starts[index] as number), leaning)
}

/** A live range over a stretch of the text, for measuring and selecting. */
export function rangeOf(surface: TextSurface, start: number, end: number): Range {
  const range = document.createRange()
  const from = pointAt(surface, start, 'after')
  const to = pointAt(surface, Math.max(start, end), end > start ? 'before' : 'after')
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function blockOf(surface: TextSurface, node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-block]') ?? null
  return block && surface.root.contains(block) ? block : null
}

/** How many blocks begin before a point that lies in no block, by halving. */
function countBlocksBefore(surface: TextSurface, point: Range): number {
  let low = 0
  let high = surface.elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (point.comparePoint(surface.elements[middle] as HTMLElement, 0) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The offset in the text of a place in the document. Places outside the blocks count as the nearest text: the
 * start of what follows, or the end of the whole.
 */
export function offsetAt(surface: TextSurface, node: Node, offset: number): number {
  const block = blockOf(surface, node)
  if (block) {
    const index = Number(block.dataset.block)
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(node, offset)
    return (surface.starts[index] as number) + before.toString().length
  }
  const point = document.createRange()
  point.setStart(node, offset)
  const index = countBlocksBefore(surface, point)
  return surface.starts[index] ?? surface.text.length
}
