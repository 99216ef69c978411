import type { Notebook } from '@renderer/storage/notebook'
import { compareWithBackup } from '@shared/backups/compare-backup'
import type { Id } from '@shared/base/ids'
import { foldRecord } from '@shared/changes/fold'
import { missingFrom } from '@shared/changes/merge'
import type { RecordHistory } from '@shared/changes/transaction'
import { isDeleted, type RecordState } from '@shared/domain/record'
import { countByKind } from '@shared/notebook/describe-counts'
import { everyRecord, NotebookDigest } from '@shared/notebook/every-record'
import type { MadeBackup } from './backup-memory'

/** A record whose history in the backup is not the one it has now. */
interface Differing {
  readonly history: RecordHistory
  readonly was: RecordState
}

/** What a backup holds. */
export interface Held {
  readonly differing: readonly Differing[]
  /** Ids of all records in the backup. */
  readonly ids: ReadonlySet<Id>
  readonly made: MadeBackup
}

/** Goes through the backup; equal digests are equal histories, and need no second look. */
export async function readHeld(
  { view }: Notebook,
  histories: AsyncIterable<RecordHistory> | Iterable<RecordHistory>,
): Promise<Held> {
  const differing: Differing[] = []
  const ids = new Set<Id>()
  const present: RecordState[] = []
  const digest = new NotebookDigest()
  for await (const history of histories) {
    const was = foldRecord(history)
    ids.add(history.id)
    digest.add(was)
    if (!isDeleted(was)) present.push(was)
    if (view.get(history.id)?.digest !== was.digest) differing.push({ history, was })
  }
  return { differing, ids, made: { digest: digest.toString(), counts: countByKind(present) } }
}

/** What of a notebook is not as a backup holds it, and what the notebook lacks of it. */
export async function compareWithHeld(notebook: Notebook, { differing, ids }: Held) {
  const own = new Map<Id, RecordHistory>()
  const wanted = new Set(differing.map(({ history }) => history.id))
  if (wanted.size > 0) for await (const history of notebook.histories(wanted)) own.set(history.id, history)
  const missing = differing.filter(({ history }) => missingFrom(own.get(history.id), history).length > 0)
  const changes = differing.map(({ history, was }) => {
    const ours = own.get(history.id)
    return compareWithBackup(was, ours && foldRecord(ours))
  })
  for (const record of everyRecord(notebook.view))
    if (!ids.has(record.id)) changes.push(compareWithBackup(undefined, record as unknown as RecordState))
  return {
    changes: changes.filter((change) => change !== null),
    missing: missing.map(({ history }) => history),
  }
}
