import type { AbsorbReport } from '@renderer/storage/notebook'
import { type OpenedBundle, openBundleInWorker } from '@renderer/workers/bundle-client'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { foldRecord } from '@shared/changes/fold'
import { previewMerge } from '@shared/changes/merge'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { AnyRecord, Kind } from '@shared/domain/kinds'
import { isDeleted, type RecordState } from '@shared/domain/record'
import type { WorkflowContext } from './workflow-context'

export type ChangeKind = 'added' | 'changed' | 'deleted' | 'differing'

/** One record that merging would change. */
export interface PreviewedRecord {
  readonly id: Id
  readonly kind: Kind
  readonly change: ChangeKind
  readonly after: AnyRecord
}

/** What merging a bundle would do, before anything is done. */
export interface BundlePreview {
  readonly bundle: OpenedBundle
  /** Without versions' texts, decisions and other records that are not shown by themselves. */
  readonly records: readonly PreviewedRecord[]
  /** Records that are here already, word for word. */
  readonly same: number
}

function kindOfChange(before: RecordState | undefined, after: RecordState): ChangeKind {
  const isNewDifference = after.differences !== undefined && before?.differences === undefined
  if (before === undefined) return isNewDifference ? 'differing' : 'added'
  if (isNewDifference) return 'differing'
  return isDeleted(after) && !isDeleted(before) ? 'deleted' : 'changed'
}

async function previewRecord(
  { notebook }: WorkflowContext,
  theirs: RecordHistory,
): Promise<PreviewedRecord | null> {
  const { id, kind } = theirs
  const own = notebook.view.get(id)
  const folded = foldRecord(theirs)
  if (own?.digest === folded.digest) return null
  const ours = own ? await notebook.history(id) : undefined
  const merged = previewMerge(ours, theirs)
  return (
    merged && {
      id,
      kind,
      change: kindOfChange(merged.before, merged.after),
      after: merged.after as unknown as AnyRecord,
    }
  )
}

/** Opens a bundle, checks all of it, and tells what merging it would do; changes nothing. */
export async function previewBundle(
  context: WorkflowContext,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<BundlePreview>> {
  const opened = await openBundleInWorker(bytes, { progress })
  if (!opened.ok) return opened
  const records: PreviewedRecord[] = []
  let same = 0
  for await (const history of opened.value.allHistories()) {
    const previewed = await previewRecord(context, history)
    if (previewed) records.push(previewed)
    else same += 1
  }
  return { ok: true, value: { bundle: opened.value, records, same } }
}

/** Merges an opened bundle, as one step that undo takes back. */
export async function mergeBundle(
  { notebook }: WorkflowContext,
  { bundle }: BundlePreview,
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<AbsorbReport>> {
  const notes: TransactionNote[] = []
  for await (const note of bundle.transactionNotes()) notes.push(note)
  const report = await notebook.absorb({ histories: bundle.allHistories(), notes }, progress)
  bundle.close()
  return report
}
