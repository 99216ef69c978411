import { fail, ok, type Result } from '@shared/base/result'
import { type Block, blocksToText, isSafeLink } from '@shared/domain/block'
import type { ArticleDraft } from './article-draft'
import { trimRules } from './block-writer'
import { completeDraft, titleFromText } from './complete-draft'

/** What the clipboard holds: always text, and HTML where it was copied from a page or document. */
export interface Pasted {
  readonly html?: string
  readonly text: string
}

const NAME = 'Pasted text'
const LENGTH_LIMIT = 32 * 1024 * 1024
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)[\s>]/i

/** A first heading is the title, and leaves the text; without one, the text's first words name it. */
function titled(blocks: readonly Block[]): ArticleDraft {
  const [first, ...rest] = blocks
  const isTitle = first?.type === 'heading' && rest.length > 0
  const title = isTitle ? first.text : titleFromText(blocks)
  return completeDraft({ title, blocks: isTitle ? rest : blocks, originalName: NAME })
}

/** All of a copied selection is the article: the reader has chosen it, so nothing is judged away. */
async function readSelection(html: string): Promise<ArticleDraft> {
  const { parseDocument } = await import('./html/dom')
  const { readSourcedBlocks } = await import('./html/read-blocks')
  const body = parseDocument(html).body
  const resolve = (href: string) => (isSafeLink(href) ? href : null)
  const sourced = body === null ? [] : readSourcedBlocks(body, { resolve })
  return titled(trimRules(sourced.map(({ block }) => block)))
}

/**
 * Reads what was pasted: a copied selection whole, the source of a web page as that page, anything else as
 * plain text. Fails with `paste-empty` or `paste-too-large`.
 */
export async function readPasted({ html, text }: Pasted): Promise<Result<ArticleDraft>> {
  if (text.length + (html?.length ?? 0) > LENGTH_LIMIT) {
    return fail('paste-too-large', 'That is too much to paste; save it as a file and open the file.')
  }
  if (PAGE.test(text)) return (await import('./html/read-html')).readHtml(text, NAME)
  const selection = html === undefined || html.trim() === '' ? null : await readSelection(html)
  // Some programs offer HTML that holds less than the text they offer with it.
  if (
    selection !== null &&
    blocksToText(selection.blocks).length >= text.trim().length * 0.6 &&
    selection.blocks.length > 0
  ) {
    return ok(selection)
  }
  if (text.trim() === '') return fail('paste-empty', 'There is no text to paste.')
  return (await import('./text/read-text')).readText(text.replace(/\r\n?/g, '\n'), NAME, titleFromText)
}
