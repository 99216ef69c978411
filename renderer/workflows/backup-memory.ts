import type { Notebook } from '@renderer/storage/notebook'
import { type Rotation, STANDARD_ROTATION } from '@shared/backups/rotation'
import type { KindCounts } from '@shared/notebook/describe-counts'

/** What the user settled about backups, on this machine. */
export interface BackupSettings {
  /** Makes one by itself on each day on which something changed. */
  readonly isDaily: boolean
  readonly rotation: Rotation
}

export const BACKUP_SETTINGS_KEY = 'backups:settings'
export const STANDARD_BACKUPS: BackupSettings = { isDaily: true, rotation: STANDARD_ROTATION }

/** What this machine remembers of the backups it made; the files themselves are the truth. */
export interface BackupMemory {
  readonly made: { readonly [name: string]: MadeBackup }
  /** Why the last attempt failed, in a sentence; null when it did not. */
  readonly failure: string | null
}

export interface MadeBackup {
  /** The digest of the notebook that it holds. */
  readonly digest: string
  readonly counts: KindCounts
}

export const BACKUP_MEMORY_KEY = 'backups:memory'
export const NO_BACKUPS: BackupMemory = { made: {}, failure: null }

export function backupSettings({ local }: Notebook): BackupSettings {
  return local.get<BackupSettings>(BACKUP_SETTINGS_KEY) ?? STANDARD_BACKUPS
}

export function backupMemory({ local }: Notebook): BackupMemory {
  return local.get<BackupMemory>(BACKUP_MEMORY_KEY) ?? NO_BACKUPS
}

/** Changes a part of what is remembered. */
export function rememberBackups(notebook: Notebook, part: Partial<BackupMemory>): void {
  notebook.local.set(BACKUP_MEMORY_KEY, { ...backupMemory(notebook), ...part })
}
