import { ok, type Result } from '@shared/base/result'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from './article-draft'
import { readArticle } from './intake'

/** What `florilegium extract` says of one file; `text` has one block a line (preformatted blocks keep their lines). */
export interface ExtractedArticle {
  readonly title: string
  readonly byline: string | null
  readonly publishedTime: string | null
  readonly siteName: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly excerpt: string | null
  readonly text: string
}

function describeDraft(draft: ArticleDraft): ExtractedArticle {
  const { title, byline, publishedTime, source, lang, dir, excerpt, blocks } = draft
  return { title, byline, publishedTime, siteName: source, lang, dir, excerpt, text: blocksToText(blocks) }
}

/** Extracts the article of one file; fails as `readArticle` does. */
export async function extractArticle(name: string, bytes: Uint8Array): Promise<Result<ExtractedArticle>> {
  const draft = await readArticle(name, bytes)
  return draft.ok ? ok(describeDraft(draft.value)) : draft
}

/** An extracted article for people: its title, what is known of it, its text. */
export function formatExtracted(article: ExtractedArticle): string {
  const { title, byline, siteName, publishedTime, lang, text } = article
  const facts = [byline, siteName, publishedTime, lang].filter((fact) => fact !== null)
  return [title, ...(facts.length > 0 ? [facts.join(' · ')] : []), '', text, ''].join('\n')
}
