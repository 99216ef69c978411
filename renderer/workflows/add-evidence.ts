import { type Id, newId } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { BuiltInRelation } from '@shared/domain/relation'
import type { WorkflowContext } from './workflow-context'

/** How evidence can bear on a claim. */
export type Bearing = Extract<BuiltInRelation, 'supports' | 'contradicts' | 'qualifies'>

/** Says that a passage, quote, article or another claim speaks for or against a claim. */
export function addEvidence(
  { notebook }: WorkflowContext,
  claim: Id,
  evidence: Id,
  relation: Bearing,
  comment = '',
): Promise<Result<Transaction | null>> {
  return notebook.commit('add-evidence', [
    create('link', newId(), { from: evidence, to: claim, relation, comment }),
  ])
}
