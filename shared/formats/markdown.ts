import type { Id } from '@shared/base/ids'
import { noteToMarkdown } from '@shared/bundle/parts/note-markdown'
import { recordsOf } from '@shared/bundle/parts/part'
import type { BundleSource } from '@shared/bundle/source'
import { passageText } from '@shared/domain/annotation'
import { tagsOf } from '@shared/domain/member-fields'
import { gatherContext } from './from-parts'

const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#]/g, '\\$&')

/** The notebook to read and to paste: each article with its passages and comments, then claims, then notes. */
export async function* writeMarkdown(
  source: BundleSource,
  title: string,
): AsyncGenerator<string, void, undefined> {
  const { digest } = await gatherContext(source, title)
  const passages = new Map<Id, string[]>()
  for await (const annotation of recordsOf(source, 'annotation')) {
    const { articleId, comment } = annotation.fields
    const tags = tagsOf(annotation).flatMap((tag) => digest.tags.get(tag)?.fields.label ?? [])
    const lines = [`> ${plain(passageText(annotation))}\n`]
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
    yield `${heading}- ${plain(fields.text)} (${fields.status})\n`
    heading = ''
  }
  const labelOf = (id: Id) => digest.entities.get(id)?.fields.name ?? digest.articles.get(id)?.fields.title
  for await (const { fields } of recordsOf(source, 'note'))
    if (!fields.private)
      yield `\n${noteToMarkdown(fields.title, fields.content, labelOf).replace(/^#/gm, '##')}`
}
