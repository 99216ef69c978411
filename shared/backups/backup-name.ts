import type { Id } from '../base/ids'

/** What a backup's file name tells. */
export interface BackupName {
  /** When it was made, in milliseconds since 1970, to the second. */
  readonly time: number
  /** Tells the notebooks that keep their backups in one folder apart. */
  readonly notebook: string
}

const FORM = /^notebook-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([0-9a-f]{8})\.florilegium$/

/** A short mark of the notebook that a contributor writes: the random end of their id. */
export function notebookMark(contributor: Id): string {
  return contributor.slice(-8)
}

/** The file name of a backup, such as `notebook-2026-03-14T09-15-07Z-3f2a9c1d.florilegium`: in order of time, in UTC. */
export function backupName({ time, notebook }: BackupName): string {
  const second = new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')
  return `notebook-${second}Z-${notebook}.florilegium`
}

/** Reads a backup's file name; null for a file that is none of ours, which is never touched. */
export function parseBackupName(name: string): BackupName | null {
  const [, day, hours, minutes, seconds, notebook] = FORM.exec(name) ?? []
  const time = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
  return notebook === undefined || Number.isNaN(time) ? null : { time, notebook }
}
