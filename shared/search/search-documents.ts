import type { Id } from '../base/ids'
import type { Json } from '../base/json'
import { passageText } from '../domain/annotation'
import type { AnyRecord, Kind, RecordByKind } from '../domain/kinds'
import type { NotebookView } from '../notebook/notebook-view'
import type { SearchDocument } from './term-row'

/** The kinds that are searched, in the order in which they are offered. */
export const SEARCHED_KINDS = [
  'article',
  'annotation',
  'quote',
  'claim',
  'entity',
  'note',
] as const satisfies readonly Kind[]
export type SearchedKind = (typeof SEARCHED_KINDS)[number]
export type SearchedRecord = RecordByKind[SearchedKind]

const words = (...pieces: readonly (string | null | undefined)[]) => pieces.filter(Boolean).join(' · ')

/** The paragraphs of a note's content: the words of each block of the editor's tree, references left out. */
export function noteParagraphs(content: Json): string[] {
  const paragraphs: string[] = []
  let current = ''
  const visit = (node: Json | undefined) => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const { type, text, root, children } = node as { readonly [key: string]: Json }
    if (typeof text === 'string') current += text
    visit(root)
    visit(children)
    if (type === 'text' || type === 'link' || type === 'autolink' || type === 'reference') return
    if (current.trim() !== '') paragraphs.push(current)
    current = ''
  }
  visit(content)
  return paragraphs
}

/** The records whose words a record's document holds: it is made anew when one of them changed. */
export function sourcesOf(view: NotebookView, record: SearchedRecord): readonly (AnyRecord | undefined)[] {
  if (record.kind !== 'quote') return [record]
  const { annotationId, speakerId } = record.fields
  return [record, view.get(annotationId), speakerId ? view.get(speakerId) : undefined]
}

/** What of a record is searched; null where it has no words of its own. `paragraphs` are those of an article's text. */
export function documentOf(
  view: NotebookView,
  record: SearchedRecord,
  paragraphs: readonly string[] = [],
): SearchDocument | null {
  const made = (head: string, parts: readonly string[]) => ({ id: record.id as Id, head, parts })
  switch (record.kind) {
    case 'article': {
      const { title, byline, source } = record.fields
      return made(words(title, byline, source), paragraphs)
    }
    case 'annotation':
      return record.fields.comment === '' ? null : made('', [record.fields.comment])
    case 'quote': {
      const { annotationId, speakerId, place } = record.fields
      const passage = view.find('annotation', annotationId)
      const speaker = speakerId ? view.find('entity', speakerId)?.fields.name : null
      return passage ? made(words(speaker, place), [passageText(passage)]) : null
    }
    case 'claim':
      return made(record.fields.text, [record.fields.comment])
    case 'entity': {
      const { name, aliases, role, description } = record.fields
      return made(words(name, ...aliases), [words(role), description])
    }
    case 'note':
      return made(record.fields.title, noteParagraphs(record.fields.content))
  }
}
