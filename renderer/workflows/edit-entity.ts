import type { Id } from '@shared/base/ids'
import { fail, type Result } from '@shared/base/result'
import { type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { EntityFields } from '@shared/domain/entity'
import { memberField } from '@shared/domain/member-fields'
import { planEntityMerge } from '@shared/notebook/merge-entities'
import type { WorkflowContext } from './workflow-context'

type Saved = Promise<Result<Transaction | null>>

/** Changes what is known of a person, organisation, place, event or work. */
export function editEntity({ notebook }: WorkflowContext, id: Id, fields: Partial<EntityFields>): Saved {
  return notebook.commit('edit-person', [edit('entity', id, fields)])
}

/** Says that two entries are one: everything said of `other` counts for `kept` from now on. Splitting takes it back. */
export async function mergeEntities({ notebook }: WorkflowContext, keptId: Id, otherId: Id): Saved {
  const kept = notebook.view.find('entity', keptId)
  const other = notebook.view.find('entity', otherId)
  if (!kept || !other || keptId === otherId)
    return fail('merge-impossible', 'Choose two different entries to merge.')
  return notebook.commit('merge-people', planEntityMerge(kept, other))
}

/** Takes an entry out of the one it was merged into; its names go with it. */
export async function splitEntity({ notebook }: WorkflowContext, id: Id): Saved {
  const entity = notebook.view.find('entity', id)
  const kept = entity?.fields.mergedInto ? notebook.view.find('entity', entity.fields.mergedInto) : undefined
  if (!entity) return fail('split-impossible', 'This entry is no longer in the notebook.')
  const own = new Set([entity.fields.name, ...entity.fields.aliases])
  return notebook.commit('split-people', [
    edit('entity', id, { mergedInto: null }),
    ...(kept
      ? [edit('entity', kept.id, { aliases: kept.fields.aliases.filter((name) => !own.has(name)) })]
      : []),
  ])
}

/** The wishes that say that two entries are not one, so that it is never proposed again. */
export function planApart(one: Id, other: Id): Edit[] {
  return [
    edit('entity', one, { [memberField('apart', other)]: true }),
    edit('entity', other, { [memberField('apart', one)]: true }),
  ]
}

/** Says that two look-alikes are not the same. */
export function keepApart({ notebook }: WorkflowContext, one: Id, other: Id): Saved {
  return notebook.commit('keep-apart', planApart(one, other))
}
