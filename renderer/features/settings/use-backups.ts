import { runTask } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { BACKUP_MEMORY_KEY, type BackupMemory, NO_BACKUPS } from '@renderer/workflows/backup-memory'
import { type BackupEntry, listBackups, saveBackupCopy } from '@renderer/workflows/list-backups'
import { makeBackup } from '@renderer/workflows/make-backup'
import { type OpenedBackup, openBackup } from '@renderer/workflows/open-backup'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Result } from '@shared/base/result'
import { useCallback, useEffect, useState } from 'react'

export interface Backups {
  /** Null until they are listed. */
  readonly entries: readonly BackupEntry[] | null
  /** A sentence where something failed, with the backup that it is about. */
  readonly failure: BackupFailure | null
  /** The backup that is being read, or that one is being made. */
  readonly busy: string | null
  readonly refresh: () => void
  readonly make: () => void
  readonly open: (entry: BackupEntry) => Promise<OpenedBackup | null>
  readonly saveCopy: (entry: BackupEntry) => void
}

export interface BackupFailure {
  readonly name: string | null
  readonly sentence: string
}

/** What stands for the making of a backup among what keeps busy. */
export const MAKING = 'making'

/** The backups and what is done with them. The list follows what is made meanwhile. */
export function useBackups(): Backups {
  const list = useWorkflow(listBackups)
  const write = useWorkflow(makeBackup)
  const read = useWorkflow(openBackup)
  const copy = useWorkflow(saveBackupCopy)
  const [memory] = useLocal<BackupMemory>(BACKUP_MEMORY_KEY, NO_BACKUPS)
  const [entries, setEntries] = useState<readonly BackupEntry[] | null>(null)
  const [own, setOwn] = useState<BackupFailure | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const refresh = useCallback(async () => {
    const listed = await list()
    setEntries(listed.ok ? listed.value : [])
    setOwn(listed.ok ? null : { name: null, sentence: listed.error.message })
  }, [list])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is remembered changes with every backup.
  useEffect(() => void refresh(), [refresh, memory])
  const run = async <T>(name: string, work: () => Promise<Result<T>>): Promise<T | null> => {
    setBusy(name)
    setOwn(null)
    const outcome = await work().finally(() => setBusy(null))
    if (outcome.ok) return outcome.value
    const isNews = outcome.error.code !== 'stopped' && name !== MAKING
    if (isNews) setOwn({ name, sentence: outcome.error.message })
    return null
  }
  return {
    entries,
    failure: own ?? (memory.failure === null ? null : { name: null, sentence: memory.failure }),
    busy,
    refresh: () => void refresh(),
    make: () =>
      void run(MAKING, () =>
        runTask('Backing up', (progress, signal) => write({ onlyIfDue: false }, progress, signal)),
      ),
    open: ({ name }) =>
      run(name, () => runTask('Reading the backup', (progress, signal) => read(name, progress, signal))),
    saveCopy: ({ name }) => void run(name, () => copy(name)),
  }
}
