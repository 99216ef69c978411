import { migrateHistory } from '../../migrations/migrate'
import type { Migration } from '../../migrations/migrations'
import type { FileHistory } from './codec'

/** Brings a record as a file has it to the present format. */
export type MigrateFile = (file: FileHistory) => FileHistory

/** A record from a bundle of an older format in the present one, its offsets in the unit that the file has. */
export function migrateFile(file: FileHistory, format: number, steps: readonly Migration[]): FileHistory {
  const migrated = migrateHistory(file, format, steps)
  if (migrated === file) return file
  const changes = migrated.changes.map((change, index) => {
    const offsets = file.changes[index]?.offsets
    return offsets === undefined ? change : { ...change, offsets }
  })
  return { ...file, changes }
}
