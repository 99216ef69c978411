import type { Id } from '@shared/base/ids'
import { recordsOf } from '@shared/bundle/parts/part'
import type { BundleSource } from '@shared/bundle/source'
import { type Annotation, passageText } from '@shared/domain/annotation'
import { gatherContext } from './from-parts'

const COLUMNS = [
  'quote',
  'speaker',
  'kind',
  'said',
  'place',
  'article',
  'source',
  'published',
  'address',
  'id',
]

/** A cell of RFC 4180; what a spreadsheet would take for a formula is kept as text by an apostrophe. */
export function csvCell(value: string | null | undefined): string {
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const row = (cells: readonly (string | null | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`

/** All quotes as a table: words, speaker, kind, when and where said, and the article they stand in. */
export async function* writeQuotesCsv(source: BundleSource): AsyncGenerator<string, void, undefined> {
  const { digest } = await gatherContext(source, '')
  const quoted = new Set<Id>()
  for await (const quote of recordsOf(source, 'quote')) quoted.add(quote.fields.annotationId)
  const words = new Map<Id, string>()
  for await (const annotation of recordsOf(source, 'annotation'))
    if (quoted.has(annotation.id)) words.set(annotation.id, passageText(annotation as Annotation))
  yield row(COLUMNS)
  for await (const { id, fields } of recordsOf(source, 'quote')) {
    const article = digest.articles.get(fields.articleId)?.fields
    const speaker = fields.speakerId === null ? null : digest.entities.get(fields.speakerId)?.fields.name
    yield row([
      words.get(fields.annotationId),
      speaker,
      fields.quoteKind,
      fields.date,
      fields.place,
      article?.title,
      article?.source,
      article?.publishedTime,
      article?.url,
      id,
    ])
  }
}
