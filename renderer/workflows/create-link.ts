import { type Id, newId } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create, type Edit, edit, remove } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { LinkFields } from '@shared/domain/link'
import type { RelationNames } from '@shared/domain/relation'
import { type Created, planAnnotation, type SelectedPassage } from './create-annotation'
import type { WorkflowContext } from './workflow-context'

/** What the link form holds. */
export interface LinkWish {
  readonly to: Id
  /** The key of a built-in relation, the id of an own one, or a new one with both names. */
  readonly relation: string | RelationNames
  readonly comment: string
}

function plan(from: Id, { to, relation, comment }: LinkWish): readonly Edit[] {
  const id = newId()
  if (typeof relation === 'string') return [create('link', id, { from, to, relation, comment })]
  const relationId = newId()
  return [
    create('relation', relationId, relation),
    create('link', id, { from, to, relation: relationId, comment }),
  ]
}

/** Links a record to another by a relation, which may be new. */
export function createLink({ notebook }: WorkflowContext, from: Id, wish: LinkWish): Created {
  return { id: from, saved: notebook.commit('create-link', plan(from, wish)) }
}

/** Keeps a passage and links it in one step; gives the annotation's id. */
export function createLinkedPassage(
  { notebook }: WorkflowContext,
  passage: SelectedPassage,
  wish: LinkWish,
): Created {
  const id = newId()
  return { id, saved: notebook.commit('create-link', [planAnnotation(id, passage, {}), ...plan(id, wish)]) }
}

/** Changes a link's relation or comment. */
export function editLink(
  { notebook }: WorkflowContext,
  id: Id,
  fields: Partial<LinkFields>,
): Promise<Result<Transaction | null>> {
  return notebook.commit('edit-link', [edit('link', id, fields)])
}

/** Takes a link away. */
export function removeLink({ notebook }: WorkflowContext, id: Id): Promise<Result<Transaction | null>> {
  return notebook.commit('delete-link', [remove('link', id)])
}
