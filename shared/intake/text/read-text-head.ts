import type { Block } from '@shared/domain/block'
import { splitNames } from '../metadata/names'
import { findDate } from '../metadata/parse-date'

/** What the first lines of a text say about it; `length` counts the lines that say nothing else. */
export interface TextHead {
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedTime: string | null
  readonly length: number
}

const TITLE_LIMIT = 140
/** How many lines after the title may be byline and date. */
const HEAD_LINES = 4

const BYLINE = /^(?:by|von|par|por|door|di|av|af|автор:?|by:|written by|text:)\s+(?=\p{Lu})/iu
const DATE_WORDS =
  /\b(?:published|posted|updated|on|at|veröffentlicht|am|um|uhr|publié|le|publicado|el|stand|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|[ap]\.?m\.?|gmt|utc|cest?|e[sd]t|p[sd]t)\b/gi

/** A headline has few words, no full stop, and stands over something longer. */
function isTitle(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > TITLE_LIMIT) return false
  return /[\p{L}\p{N}]/u.test(line) && !/[.;:,]$/.test(line) && !/^[-*•–—]\s/.test(line)
}

function namesOf(line: string): string[] {
  if (!BYLINE.test(line) || line.length > 120 || /[.!?]$/.test(line.replace(/\b\p{Lu}\.$/u, ''))) return []
  return splitNames(line)
}

/** The date of a line that holds a date and next to nothing else. */
function dateOf(line: string): string | null {
  if (line.length > 70) return null
  const rest = line
    .replace(DATE_WORDS, '')
    .replace(/[\d\s.,:;/|()–—-]+/g, ' ')
    .trim()
  return rest.split(/\s+/).length <= 2 ? (findDate(line)?.iso ?? null) : null
}

/** Reads byline and date lines at the start of `lines`, up to the first line that is neither. */
export function readByline(lines: readonly string[]): Omit<TextHead, 'title'> {
  let authors: readonly string[] = []
  let publishedTime: string | null = null
  let length = 0
  for (const line of lines.slice(0, HEAD_LINES)) {
    const names = authors.length === 0 ? namesOf(line) : []
    const date: string | null = publishedTime === null ? dateOf(line) : null
    if (names.length === 0 && date === null) break
    if (names.length > 0) authors = names
    publishedTime ??= date ?? findDate(line)?.iso ?? null
    length += 1
  }
  return { authors, publishedTime, length }
}

/** Reads title, byline and date where the first lines of a text clearly are such, and nothing where they are not. */
export function readTextHead(lines: readonly string[]): TextHead {
  const [first = '', second] = lines
  const title = isTitle(first, second) && namesOf(first).length === 0 && dateOf(first) === null ? first : ''
  const above = title === '' ? 0 : 1
  const head = readByline(lines.slice(above))
  const length = above + head.length
  if (length >= lines.length) return { title: '', authors: [], publishedTime: null, length: 0 }
  return { ...head, title, length }
}

/** Reads the byline and date that stand as paragraphs under a title; `length` counts those blocks. */
export function readBlocksHead(blocks: readonly Block[]): Omit<TextHead, 'title'> {
  const end = blocks.findIndex(({ type }) => type !== 'paragraph')
  const head = readByline(blocks.slice(0, end === -1 ? blocks.length : end).map(({ text }) => text))
  return head.length < blocks.length ? head : { authors: [], publishedTime: null, length: 0 }
}
