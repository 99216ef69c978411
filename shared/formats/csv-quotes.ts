import type { Id } from '@shared/base/ids'
import { recordsOf } from '@shared/bundle/parts/part'
import type { BundleSource } from '@shared/bundle/source'
import { type Annotation, passageText } from '@shared/domain/annotation'
import { csvRow } from './csv'
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

/** All quotes as a table: words, speaker, kind, when and where said, and the article they stand in. */
export async function* writeQuotesCsv(source: BundleSource): AsyncGenerator<string, void, undefined> {
  const { digest } = await gatherContext(source, '')
  const quoted = new Set<Id>()
  for await (const quote of recordsOf(source, 'quote')) quoted.add(quote.fields.annotationId)
  const words = new Map<Id, string>()
  for await (const annotation of recordsOf(source, 'annotation'))
    if (quoted.has(annotation.id)) words.set(annotation.id, passageText(annotation as Annotation))
  yield csvRow(COLUMNS)
  for await (const { id, fields } of recordsOf(source, 'quote')) {
    const article = digest.articles.get(fields.articleId)?.fields
    const speaker = fields.speakerId === null ? null : digest.entities.get(fields.speakerId)?.fields.name
    yield csvRow([
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
