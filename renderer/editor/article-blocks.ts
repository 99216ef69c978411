import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { type Block, isSafeLink, type Mark, type MarkType } from '@shared/domain/block'
import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
  type TextNode,
} from 'lexical'
import { $createArticleBlock, $isArticleBlock, type ArticleBlockNode } from './article-block-node'

const FORMATS: readonly (readonly [Exclude<MarkType, 'link'>, TextFormatType])[] = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['code', 'code'],
  ['superscript', 'superscript'],
  ['subscript', 'subscript'],
  ['strike', 'strikethrough'],
]

function $textOf(block: Block, start: number, end: number): LexicalNode {
  const covering = (block.marks ?? []).filter((mark) => mark.start <= start && mark.end >= end)
  const text = $createTextNode(block.text.slice(start, end))
  for (const [mark, format] of FORMATS)
    if (covering.some(({ type }) => type === mark)) text.toggleFormat(format)
  const href = covering.find(({ type }) => type === 'link')?.href
  return href ? $createLinkNode(href).append(text) : text
}

/** Makes the editor's node of a block, within an update. */
export function $nodeOfBlock(block: Block): ArticleBlockNode {
  const { type, level, ordered } = block
  const node = $createArticleBlock({
    type,
    ...(level === undefined ? {} : { level }),
    ...(ordered === undefined ? {} : { ordered }),
  })
  const cuts = new Set([0, block.text.length])
  for (const { start, end } of block.marks ?? []) cuts.add(start).add(end)
  const places = [...cuts].sort((a, b) => a - b)
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end !== undefined && end > start) node.append($textOf(block, start, end))
  }
  return node
}

/** Puts the caret into a block, `offset` UTF-16 code units into its text, within an update. */
export function $selectInBlock(index: number, offset: number): void {
  const block = $getRoot().getChildAtIndex(index)
  if (!$isElementNode(block)) return
  let before = 0
  for (const text of block.getAllTextNodes()) {
    const within = offset - before
    if (within < text.getTextContentSize()) return void text.select(within, within)
    before += text.getTextContentSize()
  }
  block.selectEnd()
}

interface Piece {
  readonly text: string
  readonly marks: readonly (readonly [MarkType, string | undefined])[]
}

function formatsOf(node: TextNode): MarkType[] {
  return FORMATS.filter(([, format]) => node.hasFormat(format)).map(([mark]) => mark)
}

function piecesOf(node: ElementNode, isPreformatted: boolean, href?: string): Piece[] {
  return node.getChildren().flatMap((child): Piece[] => {
    if ($isLineBreakNode(child)) return [{ text: isPreformatted ? '\n' : ' ', marks: [] }]
    if ($isTextNode(child)) {
      const text = child.getTextContent()
      const link: Piece['marks'] = href ? [['link', href]] : []
      return [
        {
          text: isPreformatted ? text : text.replace(/\n/g, ' '),
          marks: [...formatsOf(child).map((mark) => [mark, undefined] as const), ...link],
        },
      ]
    }
    if (!$isElementNode(child)) return []
    const url = $isLinkNode(child) ? child.getURL() : href
    return piecesOf(child, isPreformatted, url && isSafeLink(url) ? url : undefined)
  })
}

/** Neighbouring stretches of one mark are one mark. */
function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const index = joined.findIndex(
      (other) => other.end === mark.start && other.type === mark.type && other.href === mark.href,
    )
    const earlier = joined[index]
    if (earlier) joined[index] = { ...earlier, end: mark.end }
    else joined.push(mark)
  }
  return joined
}

function blockOf(node: ArticleBlockNode): Block {
  const form = node.getForm()
  if (form.type === 'rule') return { ...form, text: '' }
  let text = ''
  const marks: Mark[] = []
  for (const piece of piecesOf(node, form.type === 'preformatted')) {
    const [start, end] = [text.length, text.length + piece.text.length]
    text += piece.text
    for (const [type, href] of piece.marks)
      if (end > start) marks.push({ type, start, end, ...(href ? { href } : {}) })
  }
  const joined = joinMarks(marks)
  return { ...form, text, ...(joined.length > 0 ? { marks: joined } : {}) }
}

/** Reads the blocks out of the editor, within a read; blocks that were emptied are left out. */
export function $readBlocks(): Block[] {
  return $getRoot()
    .getChildren()
    .filter($isArticleBlock)
    .map(blockOf)
    .filter(({ type, text }) => type === 'rule' || text.trim() !== '')
}
