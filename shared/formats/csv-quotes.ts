import { contributorOf } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Digest } from '@shared/bundle/parts/digest'
import { recordsOf } from '@shared/bundle/parts/part'
import { isoTime } from '@shared/bundle/parts/terms'
import type { BundleSource } from '@shared/bundle/source'
import { type Annotation, passageText } from '@shared/domain/annotation'
import { tagsOf } from '@shared/domain/member-fields'
import type { Quote } from '@shared/domain/quote'
import { attributionOf } from './attribution'
import { csvRow } from './csv'
import { gatherContext } from './from-parts'

/** The quote itself first: how certain it is only says the program, of its own suggestions. */
const COLUMNS = [
  'quote',
  'speaker',
  'kind',
  'speaker is',
  'role',
  'how',
  'said',
  'place',
  'to',
  'reported by',
  'certainty',
  'article',
  'source',
  'published',
  'address',
  'comment',
  'tags',
  'recorded by',
  'recorded',
  'id',
]

interface Passage {
  readonly words: string
  readonly comment: string
  readonly tags: string
}

function passageOf(annotation: Annotation, digest: Digest): Passage {
  const tags = tagsOf(annotation).flatMap((tag) => digest.tags.get(tag)?.fields.label ?? [])
  return { words: passageText(annotation), comment: annotation.fields.comment, tags: tags.join('; ') }
}

function rowOf(quote: Quote, passage: Passage | undefined, digest: Digest): string {
  const { id, fields, created } = quote
  const article = digest.articles.get(fields.articleId)?.fields
  const { speaker, how, reportedBy, certainty } = attributionOf(quote, digest)
  return csvRow([
    passage?.words,
    speaker?.fields.name,
    fields.quoteKind,
    speaker?.fields.entityType,
    speaker?.fields.role,
    how,
    fields.date,
    fields.place,
    fields.addressee,
    reportedBy.join('; '),
    certainty?.toFixed(2),
    article?.title,
    article?.source,
    article?.publishedTime,
    article?.url,
    passage?.comment,
    passage?.tags,
    digest.contributors.get(contributorOf(created))?.fields.name,
    isoTime(created),
    id,
  ])
}

/** All quotes as a table: words, who said them, how, when, where and to whom, the article they stand in, and who recorded them. */
export async function* writeQuotesCsv(source: BundleSource): AsyncGenerator<string, void, undefined> {
  const { digest } = await gatherContext(source, '')
  const quoted = new Set<Id>()
  for await (const quote of recordsOf(source, 'quote')) quoted.add(quote.fields.annotationId)
  const passages = new Map<Id, Passage>()
  for await (const annotation of recordsOf(source, 'annotation'))
    if (quoted.has(annotation.id)) passages.set(annotation.id, passageOf(annotation as Annotation, digest))
  yield csvRow(COLUMNS)
  for await (const quote of recordsOf(source, 'quote'))
    yield rowOf(quote, passages.get(quote.fields.annotationId), digest)
}
