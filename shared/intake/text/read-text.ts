import { ok, type Result } from '@shared/base/result'
import type { Block } from '@shared/domain/block'
import type { ArticleDraft } from '../article-draft'
import { completeDraft } from '../complete-draft'
import { readTextHead } from './read-text-head'

/** Lines of hard-wrapped text are at most this long. */
const WRAP_LIMIT = 100
const SAMPLE_LINES = 2000

/**
 * Whether the lines were broken to fit a screen: paragraphs are parted by empty lines, and most lines that
 * another follows are of middling, similar length.
 */
function isWrapped(lines: readonly string[]): boolean {
  const followed = lines
    .slice(0, SAMPLE_LINES)
    .filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '')
  if (followed.length < 3 || !lines.slice(0, SAMPLE_LINES).some((line) => line.trim() === '')) return false
  const long = followed.filter((line) => line.length > WRAP_LIMIT).length
  const middling = followed.filter((line) => line.length >= 45 && line.length <= WRAP_LIMIT).length
  return long === 0 && middling >= followed.length * 0.6
}

/** A word cut at the end of a line keeps its hyphen only where it had one: lower case goes on in lower case. */
function joinLines(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ')
}

function paragraphs(lines: readonly string[]): string[] {
  if (!isWrapped(lines)) return lines.map((line) => line.trim()).filter((line) => line !== '')
  const result: string[] = []
  let current: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') current.push(line)
    else if (current.length > 0) {
      result.push(joinLines(current))
      current = []
    }
  }
  return result
}

/** Signs that stand for nothing but an item of a list; dashes and stars may be the text's own. */
const BULLET = /^[•‣◦▪●]\s+(?=\S)/u

/** A line as a block: a list's item without its bullet, which the reader draws itself, or a paragraph. */
function blockOf(line: string): Block {
  const text = line.replace(BULLET, '')
  return text === line ? { type: 'paragraph', text } : { type: 'listItem', level: 1, text }
}

/** Page breaks and other separators that text files use are line ends; the rest stays as it is. */
const LINE_END = /[\n\f\v\u0085\u2028\u2029]/

/**
 * Plain text as an article: a paragraph a line, or a paragraph a group of lines where they were hard-wrapped.
 * Where its head holds no title, `nameText` gives one; without it the name of the file does.
 */
export function readText(
  text: string,
  originalName: string,
  nameText?: (blocks: readonly Block[]) => string,
): Result<ArticleDraft> {
  const all = paragraphs(text.split(LINE_END))
  const head = readTextHead(all)
  const blocks = all.slice(head.length).map(blockOf)
  const title = head.title || (nameText?.(blocks) ?? '')
  return ok(completeDraft({ ...head, title, blocks, originalName }))
}
