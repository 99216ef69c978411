import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { NoteFields } from '@shared/domain/note'
import type { WorkflowContext } from './workflow-context'

/** What of a note can be typed. */
export type NoteText = Partial<Pick<NoteFields, 'title' | 'content' | 'private'>>

const keyOf = (id: Id) => `draft:note:${id}`

/** Keeps what is being typed on this machine at once, before it becomes a change of its own. */
export function keepNoteDraft({ notebook }: WorkflowContext, id: Id, text: NoteText): void {
  notebook.local.set(keyOf(id), { ...notebook.local.get<NoteText>(keyOf(id)), ...text })
}

/** Whether something typed is not a change yet. */
export function hasNoteDraft({ notebook }: WorkflowContext, id: Id): boolean {
  return notebook.local.get(keyOf(id)) !== undefined
}

/** Makes one change of what was typed since the last one. The draft is let go of only when the change is safe. */
export async function saveNoteDraft(
  { notebook }: WorkflowContext,
  id: Id,
): Promise<Result<Transaction | null> | null> {
  const draft = notebook.local.get<NoteText>(keyOf(id))
  if (!draft) return null
  const saved = await notebook.commit('edit-note', [edit('note', id, draft)])
  if (saved.ok && notebook.local.get(keyOf(id)) === draft) notebook.local.set(keyOf(id), undefined)
  return saved
}

/** Saves drafts that a crash or a reload left behind. */
export async function saveLeftDrafts(context: WorkflowContext): Promise<void> {
  for (const { id } of context.notebook.view.all('note')) await saveNoteDraft(context, id)
}
