import { type Failure, fail, type Result } from '@shared/base/result'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from './article-draft'
import { readArticle } from './intake'

/** What `florilegium extract` says of one file; `text` has one block a line (preformatted blocks keep their lines). */
export interface ExtractedArticle {
  readonly file: string
  readonly title: string
  readonly byline: string | null
  readonly publishedTime: string | null
  readonly siteName: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly excerpt: string | null
  readonly text: string
}

export interface FailedFile {
  readonly file: string
  readonly error: Failure
}

export type ExtractLine = ExtractedArticle | FailedFile

function describe(file: string, draft: ArticleDraft): ExtractedArticle {
  const { title, byline, publishedTime, source, lang, dir, excerpt, blocks } = draft
  return {
    file,
    title,
    byline,
    publishedTime,
    siteName: source,
    lang,
    dir,
    excerpt,
    text: blocksToText(blocks),
  }
}

/** Extracts one file's article for output; `bytes` is null when the file could not be opened. */
export async function extractFile(file: string, bytes: Uint8Array | null): Promise<ExtractLine> {
  const draft: Result<ArticleDraft> =
    bytes === null ? fail('file-missing', 'The file could not be opened.') : await readArticle(file, bytes)
  return draft.ok ? describe(file, draft.value) : { file, error: draft.error }
}

/** Whether a line reports a failure; then the command's exit status is 1. */
export function isFailed(line: ExtractLine): line is FailedFile {
  return 'error' in line
}

/** A line for people: what was found about the article, then its text. */
export function formatExtracted(line: ExtractLine): string {
  if (isFailed(line)) return `${line.file}: ${line.error.message}`
  const facts = [line.byline, line.siteName, line.publishedTime, line.lang].filter((fact) => fact !== null)
  return [line.title, ...(facts.length > 0 ? [facts.join(' · ')] : []), '', line.text, ''].join('\n')
}
