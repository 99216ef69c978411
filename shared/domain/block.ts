import { fail, ok, type Result } from '@shared/base/result'

export const BLOCK_TYPES = [
  'paragraph',
  'heading',
  'listItem',
  'quotation',
  'preformatted',
  'caption',
  'tableRow',
  'rule',
] as const
export type BlockType = (typeof BLOCK_TYPES)[number]

export const MARK_TYPES = ['bold', 'italic', 'code', 'link', 'superscript', 'subscript', 'strike'] as const
export type MarkType = (typeof MARK_TYPES)[number]

/** A run of inline formatting; offsets are UTF-16 in the block's own text, `end` exclusive. */
export interface Mark {
  readonly type: MarkType
  readonly start: number
  readonly end: number
  /** Only on links: http, https or mailto. */
  readonly href?: string
}

/**
 * One paragraph-like piece of an article, in reading order. A block's text holds no '\n', except in
 * `preformatted`, whose lines matter and are kept as they are; the cells of a `tableRow` are parted by
 * '\t'; a `rule` has empty text. The text is kept as the source spells it, never Unicode-normalised.
 */
export interface Block {
  readonly type: BlockType
  /** Of a heading: 1-6. Of a list item: its depth from 1. */
  readonly level?: number
  /** Whether a list item is numbered. */
  readonly ordered?: boolean
  readonly text: string
  readonly marks?: readonly Mark[]
}

/**
 * The canonical text that all anchors count in: the blocks' texts joined by '\n'. A block is found by
 * `blockOffsets`, not by counting lines, because preformatted blocks span several.
 */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n')
}

/** Where each block starts in the canonical text, in UTF-16 code units. */
export function blockOffsets(blocks: readonly Block[]): number[] {
  let next = 0
  return blocks.map((block) => {
    const start = next
    next += block.text.length + 1
    return start
  })
}

const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i

/** Whether an address may stand in a link mark: http, https or mailto, without white space or controls. */
export function isSafeLink(href: string): boolean {
  return SAFE_LINK.test(href)
}

type Fields = { readonly [key: string]: unknown }

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high
}

function parseMark(value: unknown, length: number): Mark | null {
  if (!isFields(value) || !MARK_TYPES.includes(value.type as MarkType)) return null
  const { type, start, end, href } = value
  if (!isWithin(start, 0, length) || !isWithin(end, start + 1, length)) return null
  if (type !== 'link') return href === undefined ? { type: type as MarkType, start, end } : null
  return typeof href === 'string' && isSafeLink(href) ? { type, start, end, href } : null
}

function parseMarks(value: unknown, length: number): Mark[] | null {
  if (!Array.isArray(value)) return null
  const marks = value.map((mark) => parseMark(mark, length))
  return marks.every((mark) => mark !== null) ? marks : null
}

function hasValidText(type: BlockType, text: unknown): text is string {
  if (typeof text !== 'string') return false
  return type === 'rule' ? text === '' : type === 'preformatted' || !text.includes('\n')
}

function parseBlock(value: unknown): Block | null {
  if (!isFields(value) || !BLOCK_TYPES.includes(value.type as BlockType)) return null
  const type = value.type as BlockType
  const { text, level, ordered } = value
  if (!hasValidText(type, text)) return null
  if (level !== undefined && !isWithin(level, 1, type === 'heading' ? 6 : 100)) return null
  if (ordered !== undefined && typeof ordered !== 'boolean') return null
  const marks = value.marks === undefined ? [] : parseMarks(value.marks, text.length)
  if (marks === null) return null
  return {
    type,
    ...(level === undefined ? {} : { level }),
    ...(ordered === undefined ? {} : { ordered }),
    text,
    ...(marks.length === 0 ? {} : { marks }),
  }
}

/**
 * Reads blocks from an untrusted value, dropping unknown fields; fails with `blocks-invalid`, naming the
 * first block that is wrong (an unknown type, a line break in a paragraph, a mark past the end, an unsafe link).
 */
export function parseBlocks(value: unknown): Result<Block[]> {
  if (!Array.isArray(value)) return fail('blocks-invalid', 'The article text is not a list of blocks.')
  const blocks: Block[] = []
  for (const [index, entry] of value.entries()) {
    const block = parseBlock(entry)
    if (block === null) return fail('blocks-invalid', `Block ${index + 1} of the article text is not valid.`)
    blocks.push(block)
  }
  return ok(blocks)
}
