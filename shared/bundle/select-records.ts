import { contributorOf } from '../base/clock'
import type { Id } from '../base/ids'
import type { AnyRecord } from '../domain/kinds'
import { tagsOf } from '../domain/member-fields'
import { referencesOf } from '../domain/note'
import { isBuiltInRelation } from '../domain/relation'
import type { NotebookView } from '../notebook/notebook-view'
import type { Selection } from './source'

/**
 * Everything that hangs on the chosen records, so that the part makes sense by itself: an article's versions, passages, quotes and
 * decisions; a passage's article and claim; a claim's passages; speakers, tags with those above them, relations, contributors; and
 * links whose both ends go along. Notes go along when chosen, not because they mention something.
 */
export function closeSelection(view: NotebookView, chosen: Iterable<Id>): Selection {
  const taken = new Set<Id>()
  const waiting = [...chosen]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const record = view.get(id)
    if (taken.has(id) || !record) continue
    taken.add(id)
    waiting.push(...neededBy(record, view))
  }
  for (const link of view.all('link')) {
    const { from, to, relation } = link.fields
    if (!taken.has(from) || !taken.has(to)) continue
    taken.add(link.id)
    if (!isBuiltInRelation(relation) && view.get(relation)) taken.add(relation)
  }
  for (const author of authorsOf(taken, view)) taken.add(author)
  return taken
}

const ids = (records: readonly AnyRecord[]) => records.map(({ id }) => id)
const some = (id: Id | null) => (id === null ? [] : [id])

function neededBy(record: AnyRecord, view: NotebookView): Id[] {
  switch (record.kind) {
    case 'article':
      return [
        ...ids(view.by('versionsByArticle', record.id)),
        ...ids(view.by('annotationsByArticle', record.id)),
        ...ids(view.by('quotesByArticle', record.id)),
        ...ids(view.by('decisionsByArticle', record.id)),
        ...tagsOf(record),
      ]
    case 'version':
      return [record.fields.articleId, ...some(record.fields.basedOn)]
    case 'annotation':
      return [
        record.fields.articleId,
        record.fields.target.versionId,
        ...some(record.fields.claimId),
        ...ids(view.by('quotesByAnnotation', record.id)),
        ...tagsOf(record),
      ]
    case 'quote':
      return [record.fields.annotationId, ...some(record.fields.speakerId), ...record.fields.reportedBy]
    case 'claim':
      return [...ids(view.by('annotationsByClaim', record.id)), ...tagsOf(record)]
    case 'entity':
      return [...some(record.fields.mergedInto), ...tagsOf(record)]
    case 'tag':
      return [...some(record.fields.parentId), ...some(record.fields.mergedInto)]
    case 'note':
      return [...referencesOf(record.fields.content), ...tagsOf(record)]
    case 'link':
      return [record.fields.from, record.fields.to]
    default:
      return []
  }
}

function authorsOf(taken: ReadonlySet<Id>, view: NotebookView): Set<Id> {
  const authors = new Set<Id>()
  for (const id of taken) {
    const record = view.get(id)
    if (!record) continue
    for (const stamp of [record.created, ...Object.values(record.stamps)]) authors.add(contributorOf(stamp))
  }
  return new Set([...authors].filter((id) => view.get(id) !== undefined))
}

/** Articles, passages, claims and notes under a tag or one below it: what a selection by tag begins with. */
export function recordsUnderTag(view: NotebookView, tag: Id): Id[] {
  const found: Id[] = []
  const seen = new Set<Id>()
  const waiting = [tag]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...ids(view.by('tagsByParent', id)))
    for (const index of ['articlesByTag', 'annotationsByTag', 'claimsByTag'] as const)
      found.push(...ids(view.by(index, id)))
    found.push(...ids(view.all('note').filter((note) => tagsOf(note).includes(id))))
  }
  return found
}
