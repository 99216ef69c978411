import type { Id } from '@shared/base/ids'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { Route } from './route'

/** Where a record is shown: one click from any statement to its passage. Null for what has no place. */
export function routeOf(view: NotebookView, id: Id): Route | null {
  const record = view.get(id)
  switch (record?.kind) {
    case 'article':
      return { view: 'article', id }
    case 'version':
      return { view: 'article', id: record.fields.articleId, version: id }
    case 'annotation':
      return { view: 'article', id: record.fields.articleId, annotation: id }
    case 'quote':
      return { view: 'article', id: record.fields.articleId, annotation: record.fields.annotationId }
    case 'claim':
      return { view: 'claims', id }
    case 'entity':
      return { view: 'people', id }
    case 'note':
      return { view: 'notes', id }
    case 'tag':
      return { view: 'library', tag: id }
    case 'link':
      return routeOf(view, record.fields.from)
    default:
      return null
  }
}
