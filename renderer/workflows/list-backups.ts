import { notebookMark, parseBackupName } from '@shared/backups/backup-name'
import { ok, type Result } from '@shared/base/result'
import type { KindCounts } from '@shared/notebook/describe-counts'
import { backupMemory } from './backup-memory'
import type { WorkflowContext } from './workflow-context'

/** A backup as it is listed. */
export interface BackupEntry {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** When it was made, in milliseconds since 1970. */
  readonly time: number
  /** Whether this notebook made it; the folder may hold those of others. */
  readonly isOwn: boolean
  /** What it holds; null when this machine does not remember. */
  readonly counts: KindCounts | null
}

/** The backups in their folder, latest first; other files in it are passed over. */
export async function listBackups({
  host,
  notebook,
}: WorkflowContext): Promise<Result<readonly BackupEntry[]>> {
  const listed = await host.backups.list()
  if (!listed.ok) return listed
  const own = notebookMark(notebook.contributor)
  const { made } = backupMemory(notebook)
  const entries = listed.value.flatMap(({ name, size }): BackupEntry | [] => {
    const parsed = parseBackupName(name)
    if (!parsed) return []
    const { time, notebook: mark } = parsed
    return { name, size, time, isOwn: mark === own, counts: made[name]?.counts ?? null }
  })
  return ok(entries.sort((a, b) => b.time - a.time))
}

/** Lets the user choose the folder for backups; null when they thought better of it. */
export function chooseBackupsFolder({ host }: WorkflowContext): Promise<Result<string | null>> {
  return host.backups.chooseFolder()
}

/** Bytes handed over at a time. */
const PIECE = 4 << 20

/** Saves a copy of a backup where the user chooses; gives its file name, or null when they thought better of it. */
export async function saveBackupCopy(
  { host }: WorkflowContext,
  name: string,
): Promise<Result<string | null>> {
  const read = await host.backups.read(name)
  if (!read.ok) return read
  const ticket = await host.files.beginSave(name)
  if (!ticket.ok || ticket.value === null) return ticket.ok ? ok(null) : ticket
  const { id } = ticket.value
  for (let at = 0; at < read.value.length; at += PIECE) {
    const written = await host.files.write(id, read.value.subarray(at, at + PIECE))
    if (written.ok) continue
    await host.files.abort(id)
    return written
  }
  const saved = await host.files.commit(id)
  return saved.ok ? ok(ticket.value.name) : saved
}
