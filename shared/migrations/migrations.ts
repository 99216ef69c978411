import type { RecordHistory, StampedChange } from '../changes/transaction'

/** One step from a format to the next. Steps are pure and work on changes, so that store, journal and bundle share them. */
export interface Migration {
  /** The format it leads to; the step before it made `version - 1`. */
  readonly version: number
  /** Why it was needed, for whoever reads the list. */
  readonly reason: string
  /** Gives a change of an older format its new form. Positions in texts are let be: a bundle counts them in another unit. */
  readonly migrateChange: (record: Pick<RecordHistory, 'id' | 'kind'>, change: StampedChange) => StampedChange
}

/** Every step since the first format, in order. Append only: a step that was released never changes. */
export const MIGRATIONS: readonly Migration[] = []

/** The format of the first release. */
export const FIRST_FORMAT = 1

/** The format that this program writes, in the store, in the journal and in bundles. */
export const FORMAT_VERSION = FIRST_FORMAT + MIGRATIONS.length
