import type { Notebook } from '@renderer/storage/notebook'
import { type OpenedBundle, openBundleInWorker } from '@renderer/workers/bundle-client'
import { type ChangedSince, compareWithBackup } from '@shared/backups/compare-backup'
import type { Id } from '@shared/base/ids'
import { fail, ok, type Result } from '@shared/base/result'
import { foldRecord } from '@shared/changes/fold'
import { missingFrom } from '@shared/changes/merge'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { isDeleted, type RecordState } from '@shared/domain/record'
import { countByKind, type KindCounts } from '@shared/notebook/describe-counts'
import { everyRecord, NotebookDigest } from '@shared/notebook/every-record'
import { backupMemory, type MadeBackup, rememberBackups } from './backup-memory'
import type { WorkflowContext } from './workflow-context'

/** A backup that was read and checked throughout, beside the notebook as it is. */
export interface OpenedBackup {
  readonly name: string
  readonly counts: KindCounts
  /** What is not now what it was then. */
  readonly changes: readonly ChangedSince[]
  /** Histories of which the notebook lacks something, as when it was lost and begun anew. */
  readonly missing: readonly RecordHistory[]
  readonly notes: readonly TransactionNote[]
}

/** Reads a backup, checks all of it and tells what changed since; changes nothing. */
export async function openBackup(
  { host, notebook }: WorkflowContext,
  name: string,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<OpenedBackup>> {
  const read = await host.backups.read(name)
  if (!read.ok) return read
  const opened = await openBundleInWorker(read.value, { progress, ...(signal ? { signal } : {}) })
  if (!opened.ok) {
    const { code, message } = opened.error
    return code === 'stopped' ? opened : fail('backup-damaged', `It cannot be used: ${lowerFirst(message)}`)
  }
  try {
    const held = await readHeld(notebook, opened.value)
    rememberBackups(notebook, { made: { ...backupMemory(notebook).made, [name]: held.made } })
    const notes: TransactionNote[] = []
    const compared = await compare(notebook, held)
    if (compared.missing.length > 0)
      for await (const note of opened.value.transactionNotes()) notes.push(note)
    return ok({ ...compared, name, counts: held.made.counts, notes })
  } finally {
    opened.value.close()
  }
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** A record whose history in the backup is not the one it has now. */
interface Differing {
  readonly history: RecordHistory
  readonly was: RecordState
}

interface Held {
  readonly differing: readonly Differing[]
  /** Ids of all records in the backup. */
  readonly ids: ReadonlySet<Id>
  readonly made: MadeBackup
}

/** Goes through the backup; equal digests are equal histories, and need no second look. */
async function readHeld({ view }: Notebook, bundle: OpenedBundle): Promise<Held> {
  const differing: Differing[] = []
  const ids = new Set<Id>()
  const present: RecordState[] = []
  const digest = new NotebookDigest()
  for await (const history of bundle.allHistories()) {
    const was = foldRecord(history)
    ids.add(history.id)
    digest.add(was)
    if (!isDeleted(was)) present.push(was)
    if (view.get(history.id)?.digest !== was.digest) differing.push({ history, was })
  }
  return { differing, ids, made: { digest: digest.toString(), counts: countByKind(present) } }
}

async function compare(notebook: Notebook, { differing, ids }: Held) {
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
