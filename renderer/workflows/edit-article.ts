import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { type Edit, edit, remove } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { ArticleFields } from '@shared/domain/article'
import type { AnyRecord } from '@shared/domain/kinds'
import type { WorkflowContext } from './workflow-context'

/** Changes an article's metadata. */
export function editArticle(
  { notebook }: WorkflowContext,
  id: Id,
  fields: Partial<ArticleFields>,
): Promise<Result<Transaction | null>> {
  return notebook.commit('edit-article', [edit('article', id, fields)])
}

/** Moves records to the trash in one undoable step; what hangs on an article goes and comes back with it. */
export function removeRecords(
  { notebook }: WorkflowContext,
  records: readonly AnyRecord[],
): Promise<Result<Transaction | null>> {
  return notebook.commit(
    'delete',
    records.map(({ kind, id }) => remove(kind, id)),
  )
}

/** Takes records out of the trash. */
export function restoreRecords(
  { notebook }: WorkflowContext,
  records: readonly AnyRecord[],
): Promise<Result<Transaction | null>> {
  const edits = records.map(({ kind, id }) => edit(kind, id, { deleted: false } as never) as Edit)
  return notebook.commit('restore', edits)
}
