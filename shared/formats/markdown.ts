import type { Id } from '@shared/base/ids'
import type { Digest } from '@shared/bundle/parts/digest'
import { noteToMarkdown } from '@shared/bundle/parts/note-markdown'
import { recordsOf } from '@shared/bundle/parts/part'
import type { BundleSource } from '@shared/bundle/source'
import { passageText } from '@shared/domain/annotation'
import type { Claim } from '@shared/domain/claim'
import { tagsOf } from '@shared/domain/member-fields'
import type { Quote } from '@shared/domain/quote'
import { attributionOf } from './attribution'
import { gatherContext } from './from-parts'

const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#]/g, '\\$&')

/** Who said a quote, and how: `— Ada Quist, chair (direct, “said”, 2025-04-30, certainty 0.82)`. */
function attributionLine(quote: Quote, digest: Digest): string {
  const { quoteKind, date, place, addressee } = quote.fields
  const { speaker, how, reportedBy, certainty } = attributionOf(quote, digest)
  const facts = [
    quoteKind,
    how && `“${how}”`,
    date,
    place,
    addressee && `to ${addressee}`,
    reportedBy.length > 0 && `as reported by ${reportedBy.join(', ')}`,
    certainty !== null && `certainty ${certainty.toFixed(2)}`,
  ].filter((fact) => typeof fact === 'string')
  const { name, role } = speaker?.fields ?? { name: 'nobody named', role: null }
  return `\n— ${plain(role ? `${name}, ${role}` : name)} (${plain(facts.join(', '))})\n`
}

const judgement = ({ status, certainty }: Claim['fields']) => (certainty ? `${status}, ${certainty}` : status)

/** The notebook to read and to paste: each article with its passages and comments, then claims, then notes. */
export async function* writeMarkdown(
  source: BundleSource,
  title: string,
): AsyncGenerator<string, void, undefined> {
  const { digest } = await gatherContext(source, title)
  const said = new Map<Id, string>()
  for await (const quote of recordsOf(source, 'quote'))
    said.set(quote.fields.annotationId, attributionLine(quote, digest))
  const passages = new Map<Id, string[]>()
  for await (const annotation of recordsOf(source, 'annotation')) {
    const { articleId, comment } = annotation.fields
    const tags = tagsOf(annotation).flatMap((tag) => digest.tags.get(tag)?.fields.label ?? [])
    const lines = [`> ${plain(passageText(annotation))}\n`]
    lines.push(said.get(annotation.id) ?? '')
    if (comment) lines.push(`\n${plain(comment)}\n`)
    if (tags.length > 0) lines.push(`\nTags: ${tags.map(plain).join(', ')}\n`)
    passages.set(articleId, [...(passages.get(articleId) ?? []), lines.join('')])
  }
  yield `# ${plain(title)}\n`
  for (const { id, fields } of digest.articles.values()) {
    const facts = [fields.byline, fields.source, fields.publishedTime].filter((fact) => fact !== null)
    yield `\n## ${plain(fields.title)}\n\n${facts.map(plain).join(' · ')}${fields.url ? ` <${encodeURI(fields.url)}>` : ''}\n`
    for (const passage of passages.get(id) ?? []) yield `\n${passage}`
  }
  let heading = '\n## Claims\n\n'
  for await (const { fields } of recordsOf(source, 'claim')) {
    yield `${heading}- ${plain(fields.text)} (${judgement(fields)})\n`
    heading = ''
  }
  const hidden = new Set<Id>()
  for await (const { id, fields } of recordsOf(source, 'note')) if (fields.private) hidden.add(id)
  const labelOf = (id: Id) =>
    hidden.has(id)
      ? 'a private note'
      : (digest.entities.get(id)?.fields.name ?? digest.articles.get(id)?.fields.title)
  for await (const { fields } of recordsOf(source, 'note'))
    if (!fields.private)
      yield `\n${noteToMarkdown(fields.title, fields.content, labelOf).replace(/^#/gm, '##')}`
}
