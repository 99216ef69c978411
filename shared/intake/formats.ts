import type { Result } from '@shared/base/result'
import type { ArticleDraft } from './article-draft'
import { decodeText } from './decode'

/** A kind of file that articles come in. */
export interface ArticleFormat {
  readonly name: string
  /** Endings in lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Whether its files are text, so that any other file can be told by its first bytes. */
  readonly isText: boolean
  /** Largest file that is read, in bytes. */
  readonly limit: number
  /** Whether the first bytes, read as Latin-1, show this format whatever the file is called. */
  readonly matches?: (head: string) => boolean
  readonly read: (name: string, bytes: Uint8Array) => Promise<Result<ArticleDraft>>
}

const MEGABYTE = 1024 * 1024

type TextReader = (text: string, name: string) => Result<ArticleDraft>

/** A format that is text: decodes first, then loads its reader. */
const fromText = (load: () => Promise<TextReader>): ArticleFormat['read'] => {
  return async (name, bytes) => {
    const text = decodeText(bytes)
    return text.ok ? (await load())(text.value, name) : text
  }
}

/** Every format that articles are read from; readers are loaded when first needed. The last one takes what is left. */
export const ARTICLE_FORMATS: readonly ArticleFormat[] = [
  {
    name: 'EPUB',
    extensions: ['epub'],
    isText: false,
    limit: 128 * MEGABYTE,
    matches: (head) => head.startsWith('PK') && head.slice(30, 70).includes('application/epub+zip'),
    read: async (name, bytes) => (await import('./epub/read-epub')).readEpub(name, bytes),
  },
  {
    name: 'Word',
    extensions: ['docx'],
    isText: false,
    limit: 64 * MEGABYTE,
    read: async (name, bytes) => (await import('./docx/read-docx')).readDocx(name, bytes),
  },
  {
    name: 'HTML',
    extensions: ['html', 'htm', 'xhtml'],
    isText: true,
    limit: 32 * MEGABYTE,
    matches: (head) =>
      /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(
        head,
      ),
    read: fromText(async () => (await import('./html/read-html')).readHtml),
  },
  {
    name: 'Markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    isText: true,
    limit: 32 * MEGABYTE,
    read: fromText(async () => (await import('./text/read-markdown')).readMarkdown),
  },
  {
    name: 'plain text',
    extensions: ['txt', 'text'],
    isText: true,
    limit: 64 * MEGABYTE,
    read: fromText(async () => (await import('./text/read-text')).readText),
  },
]

/** The format that a file is in: what its first bytes show counts more than its ending. */
export function findFormat(name: string, head: string): ArticleFormat {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const shown = ARTICLE_FORMATS.find((format) => format.matches?.(head) === true)
  const named = ARTICLE_FORMATS.find((format) => format.extensions.includes(extension))
  return shown ?? named ?? (ARTICLE_FORMATS.at(-1) as ArticleFormat)
}
