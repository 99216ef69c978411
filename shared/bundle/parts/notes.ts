import { canonicalJson, type Json } from '../../base/json'
import type { FilePart } from '../container/zip-writer'
import { noteToMarkdown } from './note-markdown'
import { type PartContext, recordsOf } from './part'

/** `notes/`: each note as Markdown, and its exact state beside it. */
export async function* noteParts({ source, digest }: PartContext): AsyncGenerator<FilePart, void, undefined> {
  const labelOf = (id: string) =>
    digest.articles.get(id)?.fields.title ??
    digest.entities.get(id)?.fields.name ??
    digest.tags.get(id)?.fields.label
  for await (const { id, fields } of recordsOf(source, 'note')) {
    yield { path: `data/notes/${id}.md`, content: [noteToMarkdown(fields.title, fields.content, labelOf)] }
    yield { path: `data/notes/${id}.json`, content: [`${canonicalJson(fields as unknown as Json)}\n`] }
  }
}
