import type { Notebook } from '@renderer/storage/notebook'
import { editsToRestore, type RestoreWish } from '@shared/backups/compare-backup'
import type { Id } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { stamped } from '@shared/changes/apply'
import { compose } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import { mergeHistories } from '@shared/changes/merge'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import type { OpenedBackup } from './open-backup'
import type { WorkflowContext } from './workflow-context'

const INTENT = 'restore-backup'

/**
 * Brings the notebook back to a backup, as far as it is wanted, in one step that undo takes back. Nothing is erased:
 * restoring is a change like any other, and what the notebook lost altogether comes back with its authors and times.
 */
export async function restoreBackup(
  { notebook }: WorkflowContext,
  backup: OpenedBackup,
  wish: RestoreWish,
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<{ readonly records: number }>> {
  const lost = backup.missing.filter(({ id, kind }) =>
    notebook.view.get(id) ? wish.changed : wish.deleted || kind === 'contributor',
  )
  if (lost.length === 0) {
    const edits = editsToRestore(backup.changes, wish)
    const done = await notebook.commit(INTENT, edits)
    return done.ok ? ok({ records: edits.length }) : done
  }
  const absorbed = await mergeAndRestore(notebook, backup, wish, lost)
  const done = await notebook.absorb(absorbed, progress)
  return done.ok ? ok({ records: done.value.added + done.value.updated }) : done
}

/** What is to be merged, with the changes that restore the rest on top of it. */
async function mergeAndRestore(
  notebook: Notebook,
  { changes, notes }: OpenedBackup,
  wish: RestoreWish,
  lost: readonly RecordHistory[],
): Promise<{ histories: RecordHistory[]; notes: readonly TransactionNote[] }> {
  const histories = new Map<Id, RecordHistory>(lost.map((history) => [history.id, history]))
  const merged = await foldMerged(notebook, histories)
  const edits = editsToRestore(
    changes.map((change) => ({ ...change, is: merged.get(change.id) ?? change.is })),
    wish,
  )
  const find = (id: Id) => merged.get(id) ?? (notebook.view.get(id) as RecordState | undefined)
  const clock = {
    contributor: notebook.contributor,
    tick: () => notebook.stamp(),
    observe: () => {},
  }
  const restoring = compose(clock, INTENT, edits, find)
  if (!restoring) return { histories: [...histories.values()], notes }
  for (const change of restoring.changes) {
    const known = histories.get(change.record)?.changes ?? []
    const { record: id, kind } = change
    histories.set(id, { id, kind, changes: [...known, stamped(change, restoring.stamp)] })
  }
  return {
    histories: [...histories.values()],
    notes: [...notes, { stamp: restoring.stamp, intent: INTENT }],
  }
}

/** The states that records will have once their lost changes are merged. */
async function foldMerged(
  notebook: Notebook,
  lost: ReadonlyMap<Id, RecordHistory>,
): Promise<Map<Id, RecordState>> {
  const merged = new Map<Id, RecordState>()
  for (const [id, history] of lost) merged.set(id, foldRecord(history))
  for await (const own of notebook.histories(new Set(lost.keys()))) {
    const theirs = lost.get(own.id)
    if (theirs) merged.set(own.id, foldRecord(mergeHistories(own, theirs)))
  }
  return merged
}
