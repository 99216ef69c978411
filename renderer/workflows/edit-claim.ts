import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { ClaimFields } from '@shared/domain/claim'
import type { WorkflowContext } from './workflow-context'

/** Changes a claim's wording, status, certainty or comment. */
export function editClaim(
  { notebook }: WorkflowContext,
  id: Id,
  fields: Partial<ClaimFields>,
): Promise<Result<Transaction | null>> {
  return notebook.commit('edit-claim', [edit('claim', id, fields)])
}
