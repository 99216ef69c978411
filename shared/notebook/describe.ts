import type { Id } from '../base/ids'
import { passageText } from '../domain/annotation'
import type { AnyRecord, Kind } from '../domain/kinds'
import type { Link } from '../domain/link'
import { BUILT_IN_RELATIONS, isBuiltInRelation } from '../domain/relation'
import type { Version } from '../domain/version'
import type { NotebookView } from './notebook-view'

/** Characters of a name within another one. */
const LONGEST_NAME = 60

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
      return describeVersion(view, record)
    case 'link':
      return describeLink(view, record)
    case 'decision':
      return KIND_NAMES[record.kind]
  }
}

/** Times are those of the record (UTC): versions of one day must be told apart. */
function describeVersion(view: Pick<NotebookView, 'get'>, { fields }: Version): string {
  const [day, time = ''] = fields.capturedTime.split('T')
  const article = view.get(fields.articleId)
  const name = article ? ` of “${shorten(describeRecord(view, article))}”` : ''
  return `Version${name}, ${day} ${time.slice(0, 5)} UTC`
}

function describeLink(view: Pick<NotebookView, 'get'>, { fields }: Link): string {
  const nameOf = (id: Id) => {
    const record = view.get(id)
    // A link that points at a link would never end.
    return record && record.kind !== 'link' ? `“${shorten(describeRecord(view, record))}”` : 'something gone'
  }
  const own = view.get(fields.relation)
  const relation = isBuiltInRelation(fields.relation)
    ? BUILT_IN_RELATIONS[fields.relation].label
    : own?.kind === 'relation'
      ? own.fields.label
      : 'is linked to'
  return `${nameOf(fields.from)} ${relation} ${nameOf(fields.to)}`
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_NAME)]
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME).join('').trimEnd()}…`
    : characters.join('')
}

function describeQuote(view: Pick<NotebookView, 'get'>, annotationId: string): string {
  const annotation = view.get(annotationId)
  return annotation?.kind === 'annotation' ? passageText(annotation) : 'Quote'
}
