import type { Id } from '../base/ids'
import { type Entity, resolveEntity } from '../domain/entity'
import { foldForSearch } from './find-records'
import type { NotebookView } from './notebook-view'

/** The entity that stands for an id after all merges; undefined when it is not there any more. */
export function findEntity(view: NotebookView, id: Id): Entity | undefined {
  return view.find(
    'entity',
    resolveEntity(id, (other) => view.find('entity', other)),
  )
}

/** The entity of exactly this name or alias, however it is accented or capitalised; merged ones lead to what they became. */
export function findEntityNamed(view: NotebookView, name: string): Entity | undefined {
  const wanted = foldForSearch(name.trim())
  if (wanted === '') return undefined
  const named = view
    .all('entity')
    .find(({ fields }) => [fields.name, ...fields.aliases].some((known) => foldForSearch(known) === wanted))
  return named && findEntity(view, named.id)
}
