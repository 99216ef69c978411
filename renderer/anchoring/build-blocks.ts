import { type Block, isSafeLink, type Mark, type MarkType } from '@shared/domain/block'

const TAGS: Record<Exclude<MarkType, 'link'>, string> = {
  bold: 'strong',
  italic: 'em',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  strike: 's',
}

/** Steps of a guess of a block's length: each a fifth more than the one before. */
const STEP = 1.2

/**
 * The class that tells a block's length in characters, about: blocks of like length share a computed style, which
 * a property of its own for each would not let them.
 */
function lengthClass(length: number): string {
  return `length-${Math.max(0, Math.round(Math.log(Math.max(1, length / 40)) / Math.log(STEP)))}`
}

/** The rules that give the classes' lengths to the style of blocks, as `--length`. */
export function lengthRules(): string {
  return Array.from(
    { length: 60 },
    (_, step) => `.length-${step} { --length: ${Math.round(40 * STEP ** step)}; }`,
  ).join('\n')
}

/** Links outermost, so that formatting inside one does not tear it apart. */
const NESTING: readonly MarkType[] = ['link', 'bold', 'italic', 'strike', 'superscript', 'subscript', 'code']

function wrap(content: Node, mark: Mark): Node {
  if (mark.type === 'link' && !(mark.href && isSafeLink(mark.href))) return content
  const element = document.createElement(mark.type === 'link' ? 'a' : TAGS[mark.type])
  if (element instanceof HTMLAnchorElement && mark.href) {
    element.href = mark.href
    element.target = '_blank'
    element.rel = 'noopener noreferrer'
  }
  element.append(content)
  return element
}

/** Fills an element with a text and its marks: the text nodes joined are exactly the text. */
export function fillInline(element: Node, text: string, marks: readonly Mark[] = []): void {
  if (marks.length === 0) {
    if (text !== '') element.appendChild(document.createTextNode(text))
    return
  }
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) cuts.add(start).add(end)
  const places = [...cuts].sort((a, b) => a - b)
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end === undefined) break
    const covering = marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .sort((a, b) => NESTING.indexOf(b.type) - NESTING.indexOf(a.type))
    element.appendChild(covering.reduce<Node>(wrap, document.createTextNode(text.slice(start, end))))
  }
}

/** A row's cells; the tabs between them stay in the text but take no room in a grid. */
function fillRow(row: HTMLElement, block: Block): void {
  let start = 0
  for (const [index, cell] of block.text.split('\t').entries()) {
    if (index > 0) row.append('\t')
    const element = document.createElement('span')
    element.setAttribute('role', 'cell')
    const marks = (block.marks ?? [])
      .filter((mark) => mark.start < start + cell.length && mark.end > start)
      .map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - start),
        end: Math.min(cell.length, mark.end - start),
      }))
    fillInline(element, cell, marks)
    row.append(element)
    start += cell.length + 1
  }
}

function createBlock(block: Block, headingLevel: number): HTMLElement {
  switch (block.type) {
    case 'paragraph':
      return document.createElement('p')
    case 'heading':
      return document.createElement(`h${headingLevel}`)
    case 'listItem':
      return document.createElement('li')
    case 'quotation':
      return document.createElement('blockquote')
    case 'preformatted':
      return document.createElement('pre')
    case 'caption': {
      const caption = document.createElement('p')
      caption.dataset.kind = 'caption'
      return caption
    }
    case 'tableRow': {
      const row = document.createElement('div')
      row.setAttribute('role', 'row')
      return row
    }
    case 'rule':
      return document.createElement('hr')
  }
}

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

/**
 * The article's text as plain elements: one per block, found again by `data-block`. Neighbouring list items
 * and table rows share a list and a table.
 */
export function buildBlocks(blocks: readonly Block[]): {
  readonly fragment: DocumentFragment
  readonly elements: readonly HTMLElement[]
} {
  const fragment = document.createDocumentFragment()
  const elements: HTMLElement[] = []
  let container: HTMLElement | null = null
  let previous: Block['type'] | null = null
  let numbers = new ItemNumbers()
  const levels = headingLevels(blocks)
  for (const [index, block] of blocks.entries()) {
    if (block.type !== previous) {
      container = containerOf(block)
      numbers = new ItemNumbers()
      if (container) fragment.append(container)
    }
    previous = block.type
    const element = createBlock(block, levels.get(index) ?? 2)
    element.dataset.block = String(index)
    element.className = lengthClass(block.text.length)
    if (block.type === 'tableRow') fillRow(element, block)
    else fillInline(element, block.text, block.marks)
    if (block.type === 'listItem') {
      element.dataset.marker = numbers.next(block)
      element.style.setProperty('--level', String(block.level ?? 1))
    }
    if (container) container.append(element)
    else fragment.append(element)
    elements.push(element)
  }
  return { fragment, elements }
}
