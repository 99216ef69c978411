import { type Id, newId } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { Result } from '@shared/base/result'
import { create, edit, remove } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { SavedViewFields } from '@shared/domain/saved-view'
import type { WorkflowContext } from './workflow-context'

/** Keeps a view's settings under a name; the same name for the same view is kept anew. */
export function saveView(
  { notebook }: WorkflowContext,
  view: SavedViewFields['view'],
  name: string,
  settings: Json,
): Promise<Result<Transaction | null>> {
  const known = notebook.view
    .all('savedView')
    .find(({ fields }) => fields.view === view && fields.name === name)
  const wish = known
    ? edit('savedView', known.id, { settings })
    : create('savedView', newId(), { name, view, settings })
  return notebook.commit('save-view', [wish])
}

/** Moves a kept view to the trash. */
export function removeSavedView({ notebook }: WorkflowContext, id: Id): Promise<Result<Transaction | null>> {
  return notebook.commit('remove-view', [remove('savedView', id)])
}
