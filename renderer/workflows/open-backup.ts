import { openBundleInWorker } from '@renderer/workers/bundle-client'
import type { ChangedSince } from '@shared/backups/compare-backup'
import { fail, ok, type Result } from '@shared/base/result'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { KindCounts } from '@shared/notebook/describe-counts'
import { backupMemory, rememberBackups } from './backup-memory'
import { compareWithHeld, readHeld } from './compare-with-backup'
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
    const held = await readHeld(notebook, opened.value.allHistories())
    rememberBackups(notebook, { made: { ...backupMemory(notebook).made, [name]: held.made } })
    const notes: TransactionNote[] = []
    const compared = await compareWithHeld(notebook, held)
    if (compared.missing.length > 0)
      for await (const note of opened.value.transactionNotes()) notes.push(note)
    return ok({ ...compared, name, counts: held.made.counts, notes })
  } finally {
    opened.value.close()
  }
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
