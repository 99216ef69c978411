import { passageText } from '../domain/annotation'
import type { AnyRecord, Kind } from '../domain/kinds'
import type { NotebookView } from './notebook-view'

/** What each kind of record is called on screen. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  article: 'Article',
  version: 'Version',
  annotation: 'Passage',
  quote: 'Quote',
  claim: 'Claim',
  entity: 'Person',
  tag: 'Tag',
  link: 'Link',
  relation: 'Kind of link',
  note: 'Note',
  contributor: 'Contributor',
  decision: 'Decision',
  savedView: 'Saved view',
}

const ENTITY_NAMES = {
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  event: 'Event',
  work: 'Work',
} as const

/** The kind of one record in the user's words. */
export function describeKind(record: AnyRecord): string {
  return record.kind === 'entity' ? ENTITY_NAMES[record.fields.entityType] : KIND_NAMES[record.kind]
}

/** One line that names a record wherever it is mentioned. */
export function describeRecord(view: Pick<NotebookView, 'get'>, record: AnyRecord): string {
  switch (record.kind) {
    case 'article':
      return record.fields.title || 'Untitled article'
    case 'annotation':
      return passageText(record)
    case 'quote':
      return describeQuote(view, record.fields.annotationId)
    case 'claim':
      return record.fields.text
    case 'entity':
    case 'contributor':
    case 'savedView':
      return record.fields.name
    case 'tag':
      return record.fields.label
    case 'relation':
      return record.fields.label
    case 'note':
      return record.fields.title || 'Untitled note'
    case 'version':
      return `Version of ${record.fields.capturedTime.slice(0, 10)}`
    case 'link':
    case 'decision':
      return KIND_NAMES[record.kind]
  }
}

function describeQuote(view: Pick<NotebookView, 'get'>, annotationId: string): string {
  const annotation = view.get(annotationId)
  return annotation?.kind === 'annotation' ? passageText(annotation) : 'Quote'
}
