import { fail, ok, type Result } from '@shared/base/result'
import { type Block, isSafeLink } from '@shared/domain/block'
import type { ArticleDraft } from '../article-draft'
import { trimRules } from '../block-writer'
import { completeDraft } from '../complete-draft'
import { parseDocument } from '../html/dom'
import { readSourcedBlocks } from '../html/read-blocks'
import { toHtml } from '../html/to-html'
import { splitNames } from '../metadata/names'
import { tidyLanguage } from '../metadata/page-metadata'
import { parseDate } from '../metadata/parse-date'
import { type Archive, openArchive } from '../open-archive'
import { findPackagePath, type PackageDocument, readPackageDocument } from './package-document'

const resolve = (href: string) => (isSafeLink(href) ? href : null)

/** A chapter holds nothing but the book, so all of it is read. */
function readChapter(archive: Archive, path: string): Block[] {
  const body = parseDocument(toHtml(archive.text(path) ?? '')).body
  return body === null ? [] : readSourcedBlocks(body, { resolve }).map(({ block }) => block)
}

function findPackage(archive: Archive): PackageDocument | null {
  const path = findPackagePath(archive.text('META-INF/container.xml') ?? '')
  const xml = path === null ? null : archive.text(path)
  return path === null || xml === null ? null : readPackageDocument(xml, path)
}

/**
 * Reads an EPUB (2 or 3) as one article, its chapters in reading order. Fails with `archive-damaged`,
 * `epub-invalid` (no package document) or `article-empty` (pictures or encrypted chapters only).
 */
export function readEpub(originalName: string, bytes: Uint8Array): Result<ArticleDraft> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const book = findPackage(archive.value)
  if (book === null) return fail('epub-invalid', 'The file is not an EPUB book, although it is called one.')
  const blocks = trimRules(book.chapters.flatMap((path) => readChapter(archive.value, path)))
  if (blocks.length === 0) {
    return fail(
      'article-empty',
      'The book holds no text to read; it may be copy-protected or made of pictures.',
    )
  }
  return ok(
    completeDraft({
      title: book.title,
      authors: book.authors.flatMap(splitNames),
      source: book.publisher,
      publishedTime: parseDate(book.date ?? ''),
      lang: tidyLanguage(book.lang),
      description: book.description,
      blocks,
      originalName,
    }),
  )
}
