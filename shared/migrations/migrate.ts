import type { RecordHistory } from '../changes/transaction'
import { FIRST_FORMAT, MIGRATIONS, type Migration } from './migrations'

/** Whether this program can read what is written in a format: an older one or its own. */
export function isReadable(version: unknown, steps: readonly Migration[] = MIGRATIONS): version is number {
  return (
    Number.isSafeInteger(version) &&
    (version as number) >= FIRST_FORMAT &&
    (version as number) <= FIRST_FORMAT + steps.length
  )
}

/** Brings a record's changes from an older format to the present one; the record comes back as it is when nothing is to do. */
export function migrateHistory(
  history: RecordHistory,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
): RecordHistory {
  const due = steps.filter((step) => step.version > version)
  if (due.length === 0) return history
  const changes = history.changes.map((change) =>
    due.reduce((migrated, step) => step.migrateChange(history, migrated), change),
  )
  return { ...history, changes }
}
