import type { Block } from '@shared/domain/block'
import { buildBlock } from './block-element'

/**
 * The page's level of each heading, by the place of its block: the title is the first, the highest that occurs the
 * second, and none is skipped on the way down, whatever the source did.
 */
function headingLevels(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const own = (block: Block) => block.level ?? 1
  const occurring = new Set(blocks.filter(({ type }) => type === 'heading').map(own))
  const ranked = [...occurring].sort((a, b) => a - b)
  const levels = new Map<number, number>()
  let previous = 1
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading') continue
    previous = Math.min(6, ranked.indexOf(own(block)) + 2, previous + 1)
    levels.set(index, previous)
  }
  return levels
}

/** Counts numbered items level by level; the number is an attribute, because off-screen blocks keep no counters. */
class ItemNumbers {
  readonly #counts: number[] = []

  next(block: Block): string {
    const level = block.level ?? 1
    this.#counts.length = level
    const number = (this.#counts[level - 1] ?? 0) + 1
    this.#counts[level - 1] = number
    return block.ordered ? `${number}.` : level % 2 === 1 ? '•' : '–'
  }
}

function containerOf(block: Block): HTMLElement | null {
  if (block.type === 'listItem') return document.createElement(block.ordered ? 'ol' : 'ul')
  if (block.type !== 'tableRow') return null
  const table = document.createElement('div')
  table.setAttribute('role', 'table')
  return table
}

/** A chunk is full with so many blocks, or so many characters: a few heights of a window. */
const CHUNK_BLOCKS = 32
const CHUNK_LENGTH = 12_000

/** A stretch of blocks that the browser leaves alone as a whole while it is far from what is seen. */
export interface Chunk {
  readonly element: HTMLElement
  /** Its first block. */
  readonly first: number
}

/** Puts blocks into chunks, and neighbouring list items and table rows into a list or table, which is never cut. */
class ChunkWriter {
  readonly fragment = document.createDocumentFragment()
  readonly chunks: Chunk[] = []
  #blocks = 0
  #length = 0
  #container: HTMLElement | null = null
  #previous: Block['type'] | null = null

  add(element: HTMLElement, block: Block, index: number): void {
    const goesOn = block.type === this.#previous
    if (!goesOn) this.#container = null
    if (!this.#container && this.#isFull()) this.#begin(index)
    if (!goesOn) {
      this.#container = containerOf(block)
      if (this.#container) this.chunks.at(-1)?.element.append(this.#container)
    }
    this.#previous = block.type
    ;(this.#container ?? this.chunks.at(-1)?.element)?.append(element)
    this.#blocks += 1
    this.#length += block.text.length
  }

  #isFull(): boolean {
    return this.chunks.length === 0 || this.#blocks >= CHUNK_BLOCKS || this.#length >= CHUNK_LENGTH
  }

  #begin(first: number): void {
    this.finish()
    const element = document.createElement('div')
    element.dataset.chunk = ''
    this.fragment.append(element)
    this.chunks.push({ element, first })
    this.#blocks = 0
    this.#length = 0
  }

  /** Tells the last chunk's style how much is in it, for a guess of its height. */
  finish(): void {
    const { style } = this.chunks.at(-1)?.element ?? {}
    style?.setProperty('--blocks', String(this.#blocks))
    style?.setProperty('--chunk-length', String(this.#length))
  }
}

/**
 * The article's text as plain elements: one per block, found again by `data-block`, in chunks. A chunk out of sight
 * costs the browser nothing, neither style nor layout, so that a book opens as fast as a news item.
 */
export function buildBlocks(blocks: readonly Block[]): {
  readonly fragment: DocumentFragment
  readonly elements: readonly HTMLElement[]
  readonly chunks: readonly Chunk[]
} {
  const writer = new ChunkWriter()
  const elements: HTMLElement[] = []
  let numbers = new ItemNumbers()
  const levels = headingLevels(blocks)
  for (const [index, block] of blocks.entries()) {
    if (block.type !== blocks[index - 1]?.type) numbers = new ItemNumbers()
    const element = buildBlock(block, levels.get(index) ?? 2)
    element.dataset.block = String(index)
    if (block.type === 'listItem') {
      element.dataset.marker = numbers.next(block)
      element.style.setProperty('--level', String(block.level ?? 1))
    }
    writer.add(element, block, index)
    elements.push(element)
  }
  writer.finish()
  return { fragment: writer.fragment, elements, chunks: writer.chunks }
}
