import type { Notebook } from '@renderer/storage/notebook'
import { holdLock } from '@renderer/windows/locks'
import { writeBundleInWorker } from '@renderer/workers/bundle-client'
import { backupName, notebookMark } from '@shared/backups/backup-name'
import { backupsToDrop, isBackupDue } from '@shared/backups/rotation'
import { type Failure, fail, ok, type Result } from '@shared/base/result'
import { KINDS } from '@shared/domain/kinds'
import { countByKind } from '@shared/notebook/describe-counts'
import { digestOfNotebook, everyRecord } from '@shared/notebook/every-record'
import { backupMemory, backupSettings, type MadeBackup, rememberBackups } from './backup-memory'
import { listBackups } from './list-backups'
import { notebookAsSource } from './notebook-as-source'
import type { WorkflowContext } from './workflow-context'

/** Windows of one notebook make backups one after the other. */
const LOCK = 'florilegium-backup'

/** What the bundle inside is called. */
const TITLE = 'Notebook'

export interface BackupWish {
  /** Makes one only where today's is still to be made. */
  readonly onlyIfDue: boolean
}

/** Whether today's backup is still to be made: no backup holds the notebook as it is. */
export async function needsBackup(context: WorkflowContext): Promise<boolean> {
  const { host, notebook } = context
  if (!host.capabilities.backups || !backupSettings(notebook).isDaily) return false
  if (everyRecord(notebook.view).next().done) return false
  const listed = await listBackups(context)
  // A folder that cannot be looked into is for the attempt itself to tell of.
  if (!listed.ok) return true
  const own = listed.value.filter(({ isOwn }) => isOwn)
  const times = own.map(({ time }) => time)
  if (!isBackupDue(times, Date.now())) return false
  const { made } = backupMemory(notebook)
  const digest = digestOfNotebook(notebook.view)
  return own.every(({ name }) => made[name]?.digest !== digest)
}

/**
 * Writes the whole notebook to a backup, in a worker, and lets older ones go by the rotation; gives its name, or null when
 * none was due. A failure is remembered, and shown until one succeeds.
 */
export async function makeBackup(
  context: WorkflowContext,
  { onlyIfDue }: BackupWish,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<string | null>> {
  const letGo = await holdLock(LOCK)
  try {
    if (onlyIfDue && !(await needsBackup(context))) return ok(null)
    const made = await writeBackup(context, progress, signal).catch(explainFault)
    const outcome = made.ok ? await dropOldBackups(context) : made
    if (outcome.ok) rememberBackups(context.notebook, { failure: null })
    else if (outcome.error.code !== 'stopped')
      rememberBackups(context.notebook, { failure: outcome.error.message })
    return made
  } finally {
    letGo()
  }
}

function explainFault(error: unknown) {
  return fail('backup-failed', `The backup could not be written (${(error as Error).message}).`)
}

async function writeBackup(
  { host, notebook }: WorkflowContext,
  progress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Result<string>> {
  await notebook.flush()
  const made = describeNotebook(notebook)
  const name = backupName({ time: Date.now(), notebook: notebookMark(notebook.contributor) })
  const ticket = await host.backups.begin(name)
  if (!ticket.ok) return ticket
  const { id } = ticket.value
  const abort = async (error: Failure) => {
    await host.files.abort(id)
    return { ok: false, error } as const
  }
  const written = await writeBundleInWorker(
    notebookAsSource(notebook),
    { name: TITLE, fullText: true, privateNotes: true },
    (piece) => host.files.write(id, piece),
    { progress, ...(signal ? { signal } : {}) },
  ).catch(explainFault)
  if (!written.ok) return abort(written.error)
  const saved = await host.files.commit(id)
  if (!saved.ok) return saved
  rememberBackups(notebook, { made: { ...backupMemory(notebook).made, [name]: made } })
  return ok(name)
}

function describeNotebook({ view }: Notebook): MadeBackup {
  return {
    digest: digestOfNotebook(view),
    counts: countByKind(KINDS.flatMap((kind) => [...view.all(kind)])),
  }
}

/** Removes what the rotation lets go of, among this notebook's own backups only. */
async function dropOldBackups(context: WorkflowContext): Promise<Result<null>> {
  const { host, notebook } = context
  const listed = await listBackups(context)
  if (!listed.ok) return listed
  const own = listed.value.filter(({ isOwn }) => isOwn)
  for (const { name } of backupsToDrop(own, backupSettings(notebook).rotation)) {
    const removed = await host.backups.remove(name)
    if (!removed.ok) return removed
  }
  const { made } = backupMemory(notebook)
  const names = new Set(listed.value.map(({ name }) => name))
  const known = Object.entries(made).filter(([name]) => names.has(name))
  rememberBackups(notebook, { made: Object.fromEntries(known) })
  return ok(null)
}
