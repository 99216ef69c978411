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
function fillInline(element: Node, text: string, marks: readonly Mark[] = []): void {
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

/** An empty element for a block; headings get the page's level. */
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

/** The element of a block with its text: the text nodes joined are exactly the text. */
export function buildBlock(block: Block, headingLevel: number): HTMLElement {
  const element = createBlock(block, headingLevel)
  element.className = lengthClass(block.text.length)
  if (block.type === 'tableRow') fillRow(element, block)
  else fillInline(element, block.text, block.marks)
  return element
}
