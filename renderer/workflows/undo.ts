import type { Result } from '@shared/base/result'
import type { Transaction } from '@shared/changes/transaction'
import type { WorkflowContext } from './workflow-context'

/** Takes the last change back. */
export function undoChange({ notebook }: WorkflowContext): Promise<Result<Transaction | null>> {
  return notebook.undo()
}

/** Brings the last undone change back. */
export function redoChange({ notebook }: WorkflowContext): Promise<Result<Transaction | null>> {
  return notebook.redo()
}
