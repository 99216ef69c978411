import type { Id } from '../base/ids'
import type { AnyRecord } from '../domain/kinds'
import { tagsOf } from '../domain/member-fields'
import { referencesOf } from '../domain/note'
import type { NotebookView } from './notebook-view'

/** Records without which a record can't be understood. */
function needsOf(view: NotebookView, record: AnyRecord): readonly Id[] {
  const tags =
    'text' in record.fields || 'title' in record.fields || record.kind === 'annotation' ? tagsOf(record) : []
  switch (record.kind) {
    case 'article':
      return [...view.by('versionsByArticle', record.id).map(({ id }) => id), ...tags]
    case 'annotation':
      return [record.fields.articleId, ...(record.fields.claimId ? [record.fields.claimId] : []), ...tags]
    case 'quote':
      return [
        record.fields.annotationId,
        ...(record.fields.speakerId ? [record.fields.speakerId] : []),
        ...record.fields.reportedBy,
      ]
    case 'entity':
    case 'tag': {
      const parent = record.kind === 'tag' ? record.fields.parentId : null
      return [record.fields.mergedInto, parent].filter((id) => id !== null)
    }
    case 'link':
      return [record.fields.from, record.fields.to, record.fields.relation]
    case 'note':
      return [...referencesOf(record.fields.content), ...tags]
    default:
      return tags
  }
}

/** Records that hang on an article or a tag: its passages, their quotes, what was decided, links between chosen ends. */
function hangingOn(view: NotebookView, id: Id): readonly AnyRecord[] {
  const articles = [...view.by('articlesByTag', id), ...(view.find('article', id) ? [id] : [])].map(
    (found) => (typeof found === 'string' ? found : found.id),
  )
  return [
    ...view.by('annotationsByTag', id),
    ...view.by('claimsByTag', id),
    ...articles.flatMap((article) => [
      ...view.by('annotationsByArticle', article),
      ...view.by('quotesByArticle', article),
      ...view.by('decisionsByArticle', article),
    ]),
  ]
}

/** An article or a tag with all that hangs on it, closed so that nothing in it points outside of it, contributors included. */
export function closeOver(view: NotebookView, root: Id): ReadonlySet<Id> {
  const chosen = new Set<Id>()
  const take = (id: Id) => {
    const record = view.get(id)
    if (!record || chosen.has(id)) return
    chosen.add(id)
    needsOf(view, record).forEach(take)
  }
  take(root)
  for (const record of hangingOn(view, root)) take(record.id)
  for (const annotation of view.all('annotation')) {
    if (chosen.has(annotation.id))
      for (const quote of view.by('quotesByAnnotation', annotation.id)) take(quote.id)
  }
  for (const link of view.all('link'))
    if (chosen.has(link.fields.from) && chosen.has(link.fields.to)) take(link.id)
  for (const contributor of view.all('contributor')) take(contributor.id)
  return chosen
}

/** A summary of what was chosen (null: everything), in words. */
export function countKinds(view: NotebookView, chosen: ReadonlySet<Id> | null): string {
  const names = {
    article: 'articles',
    annotation: 'passages',
    quote: 'quotes',
    claim: 'claims',
    entity: 'people',
    link: 'links',
    note: 'notes',
  } as const
  return Object.entries(names)
    .map(([kind, name]) => {
      const all = view.all(kind as keyof typeof names)
      return `${chosen ? all.filter(({ id }) => chosen.has(id)).length : all.length} ${name}`
    })
    .join(', ')
}
