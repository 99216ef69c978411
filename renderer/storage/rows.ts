import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { RecordState } from '@shared/domain/record'
import type { AbsorbedPart } from '@shared/notebook/entry'

/** What is known of an entry without reading its line. */
export interface EntryHead {
  /** The transaction's stamp, or the group of a merge. */
  readonly stamp: Stamp
  readonly intent: string
  readonly undoes?: Stamp
  /** Only on parts of a merge. */
  readonly absorbed?: {
    /** Number of its first part. */
    readonly first: number
    readonly last: boolean
    /** Whether notes on transactions are in this part. */
    readonly notes: boolean
    /** Whether the merge, in any part, changed records: then undo can take it back. */
    readonly changed: boolean
  }
}

/** The intent under which undo names a merge. */
export const ABSORB_INTENT = 'import-bundle'

/** The head of a part of the merge that began with number `first`. */
export function headOfPart(part: AbsorbedPart, first: number, changed: boolean): EntryHead {
  const absorbed = { first, last: part.last, notes: part.notes.length > 0, changed }
  return { stamp: part.group, intent: ABSORB_INTENT, absorbed }
}

/** One entry of the log; a long line stands in `bulk` under the same number. */
export interface LogRow {
  readonly seq: number
  readonly head: EntryHead
  readonly line?: string
}

export interface BulkRow {
  readonly seq: number
  /** The entry's line in UTF-8. */
  readonly bytes: Uint8Array
  /** Where the entry is read as a pack: the digests of its records, in order. */
  readonly digests?: Uint32Array
}

/** A record's state, with the numbers of all log entries that changed it, ascending. */
export interface KeptRecord {
  /** Versions are kept without their blocks, which are read from the log when they are shown. */
  readonly state: RecordState
  readonly seqs: readonly number[]
}

/** Many resting records in one value: UTF-8 JSON of a list of `KeptRecord`, or a merge's part that serves as one. */
export type PackRow =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly bulk: number }

export interface RecentRow extends KeptRecord {
  readonly id: Id
}

export interface MetaRow {
  readonly key: string
  readonly value: unknown
}
