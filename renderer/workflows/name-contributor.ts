import type { Result } from '@shared/base/result'
import { create, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { Contributor } from '@shared/domain/contributor'
import type { WorkflowContext } from './workflow-context'

/** The record of the person who works in this notebook, once they have made something. */
export function ownContributor({ notebook }: WorkflowContext): Contributor | undefined {
  return notebook.view.find('contributor', notebook.contributor)
}

/** Says how colleagues will see this notebook's contributor named. */
export function nameContributor(
  { notebook }: WorkflowContext,
  name: string,
): Promise<Result<Transaction | null>> {
  const id = notebook.contributor
  const edits = notebook.view.get(id)
    ? [edit('contributor', id, { name })]
    : [create('contributor', id, { name, publicKey: null, color: 'teal' })]
  return notebook.commit('name-contributor', edits)
}
