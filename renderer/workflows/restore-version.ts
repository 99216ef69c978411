import type { Result } from '@shared/base/result'
import { wishToReturn } from '@shared/changes/restore'
import type { Transaction } from '@shared/changes/transaction'
import type { AnyRecord } from '@shared/domain/kinds'
import type { Fields } from '@shared/domain/record'
import type { WorkflowContext } from './workflow-context'

/** Gives a record, in the trash or not, the fields it had in one of its versions: a change like any other. */
export function restoreVersion(
  { notebook }: WorkflowContext,
  record: AnyRecord,
  fields: Fields,
): Promise<Result<Transaction | null>> {
  const wish = wishToReturn(record, fields, record.fields as unknown as Fields)
  return notebook.commit('restore-version', wish ? [wish] : [])
}
