import { fail, ok, type Result } from '@shared/base/result'
import { isSafeLink } from '@shared/domain/block'
import type { ArticleDraft } from '../article-draft'
import { trimRules } from '../block-writer'
import { completeDraft } from '../complete-draft'
import { readPageMetadata, titlesOf } from '../metadata/page-metadata'
import { type DomDocument, parseDocument } from './dom'
import { findContent } from './find-content'
import { findWithReadability } from './readability'
import { selectBlocks } from './select-blocks'

/** Below this many UTF-16 units of text, a second opinion is asked for. */
const WEAK = 250

const { URL } = globalThis as unknown as { URL: new (href: string, base?: string) => { href: string } }

/** Resolves relative addresses against the page's own; without one they are dropped. */
function makeResolver(base: string | null): (href: string) => string | null {
  return (href) => {
    if (/^(?:#|javascript:|data:|vbscript:)/i.test(href)) return null
    try {
      const resolved = new URL(href, base ?? undefined).href
      return isSafeLink(resolved) ? resolved : null
    } catch {
      return null
    }
  }
}

function readPage(document: DomDocument, originalName: string): ArticleDraft {
  const metadata = readPageMetadata(document)
  const resolve = makeResolver(document.querySelector('base')?.getAttribute('href') ?? metadata.url)
  const known = { titles: titlesOf(metadata), description: metadata.description }
  const found = findContent(document, { resolve })
  let blocks = found === null ? [] : selectBlocks(found, known)
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (length < WEAK) {
    // Readability takes the document apart, so it is asked last.
    const second = findWithReadability(document, { resolve })
    if (second.reduce((sum, block) => sum + block.text.length, 0) > length * 1.5) blocks = second
  }
  return completeDraft({ ...metadata, blocks: trimRules(blocks), originalName })
}

/**
 * Reads the article of a web page. Nothing of the page survives but text, block kinds, inline marks and links
 * to http, https and mailto. Fails with `article-empty` when the page shows no text.
 */
export function readHtml(html: string, originalName: string): Result<ArticleDraft> {
  const draft = readPage(parseDocument(html), originalName)
  if (draft.blocks.length > 0) return ok(draft)
  return fail('article-empty', 'The page holds no text to read; perhaps it was saved before it had loaded.')
}
