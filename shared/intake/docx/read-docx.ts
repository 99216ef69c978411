import { fail, ok, type Result } from '@shared/base/result'
import { type Block, isSafeLink } from '@shared/domain/block'
import mammoth from 'mammoth'
import type { ArticleDraft } from '../article-draft'
import { trimRules } from '../block-writer'
import { completeDraft } from '../complete-draft'
import { findAll, parseDocument, textOf } from '../html/dom'
import { readSourcedBlocks } from '../html/read-blocks'
import { toHtml } from '../html/to-html'
import { splitNames } from '../metadata/names'
import { tidyLanguage } from '../metadata/page-metadata'
import { openArchive } from '../open-archive'
import { readBlocksHead } from '../text/read-text-head'

/** Word's named styles that say what a paragraph is. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
]

interface Converter {
  convertToHtml(input: object, options: object): Promise<{ readonly value: string }>
}

/** Node's build of the library asks for `buffer`, the browsers' for `arrayBuffer`. Pictures are left out. */
async function convert(bytes: Uint8Array): Promise<string> {
  const options = { styleMap: STYLES, convertImage: () => Promise.resolve([]) }
  const copy = bytes.slice()
  const { value } = await (mammoth as unknown as Converter).convertToHtml(
    { buffer: copy, arrayBuffer: copy.buffer },
    options,
  )
  return value
}

function readBody(html: string): Block[] {
  const { body } = parseDocument(html)
  if (body === null) return []
  // The arrows that lead from a footnote back to its place in the text.
  for (const arrow of findAll(body, 'a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) arrow.remove()
  const resolve = (href: string) => (isSafeLink(href) ? href : null)
  return trimRules(readSourcedBlocks(body, { resolve }).map(({ block }) => block))
}

interface Properties {
  readonly title: string
  readonly authors: readonly string[]
  readonly lang: string | null
}

/** What the document says of itself; its dates are the file's, not the publication's, and are left alone. */
function readProperties(xml: string): Properties {
  const all = findAll(parseDocument(toHtml(xml)), '*')
  const value = (name: string) =>
    textOf(all.find(({ localName }) => localName.toLowerCase() === name) ?? null)
  return {
    title: value('dc:title'),
    authors: splitNames(value('dc:creator')),
    lang: tidyLanguage(value('dc:language')),
  }
}

/** Reads a Word document (.docx). Fails with `archive-damaged`, `docx-invalid` or `article-empty`. */
export async function readDocx(originalName: string, bytes: Uint8Array): Promise<Result<ArticleDraft>> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  if (archive.value.text('[Content_Types].xml') === null) {
    return fail('docx-invalid', 'The file is not a Word document, although it is called one.')
  }
  const all = readBody(await convert(bytes))
  if (all.length === 0) return fail('article-empty', 'The document holds no text to read.')
  const properties = readProperties(archive.value.text('docProps/core.xml') ?? '')
  const [first] = all
  const isTitled = first?.type === 'heading' && all.length > 1
  const rest = isTitled ? all.slice(1) : all
  const head = readBlocksHead(rest)
  return ok(
    completeDraft({
      title: isTitled ? first.text : properties.title,
      authors: head.authors.length > 0 ? head.authors : properties.authors,
      publishedTime: head.publishedTime,
      lang: properties.lang,
      blocks: rest.slice(head.length),
      originalName,
    }),
  )
}
