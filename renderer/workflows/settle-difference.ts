import type { Json } from '@shared/base/json'
import type { Result } from '@shared/base/result'
import { type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { AnyRecord } from '@shared/domain/kinds'
import type { WorkflowContext } from './workflow-context'

/** Chooses one of the values that people gave a field without knowing of each other; the others stay in the history. */
export function settleDifference(
  { notebook }: WorkflowContext,
  record: AnyRecord,
  field: string,
  value: Json,
): Promise<Result<Transaction | null>> {
  return notebook.commit('settle-difference', [
    edit(record.kind, record.id, { [field]: value } as never) as Edit,
  ])
}
