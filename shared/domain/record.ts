import type { Stamp } from '../base/clock'
import type { Id } from '../base/ids'
import type { Json } from '../base/json'
import type { Kind } from './kinds'

/** The fields of a record as they are stored: names to JSON values. */
export type Fields = { readonly [field: string]: Json }

/** One of several values that contributors gave a field without knowing of each other. */
export interface Alternative {
  readonly stamp: Stamp
  readonly value: Json
}

/**
 * The present state of one record, derived from all its changes.
 * A field without a stamp of its own was set when the record was created.
 */
export interface RecordState<F = Fields, K extends Kind = Kind> {
  readonly id: Id
  readonly kind: K
  readonly fields: F
  /** The smallest stamp of any of its changes: who made it, and when. */
  readonly created: Stamp
  /** Stamps of the fields that were set later than `created`. */
  readonly stamps: { readonly [field: string]: Stamp }
  /** Order-independent hash of the changes that this state is made of: equal digests, equal histories. */
  readonly digest: number
  /** Fields with differences to settle; the first alternative is the one shown. */
  readonly differences?: { readonly [field: string]: readonly Alternative[] }
  /** Set when a field was given a value more than once unknowingly, even an equal one: then only all changes tell what a further one leads to. */
  readonly concurrent?: true
}

/** What every record may carry beside its kind's own fields. */
export interface CommonFields {
  readonly deleted?: boolean
}

/** The stamp of a field's present value. */
export function stampOf(record: RecordState<unknown>, field: string): Stamp {
  return record.stamps[field] ?? record.created
}

/** The stamp of the latest change of any field. */
export function lastChanged(record: RecordState<unknown>): Stamp {
  let latest = record.created
  for (const stamp of Object.values(record.stamps)) if (stamp > latest) latest = stamp
  return latest
}

/** Whether the record is in the trash. */
export function isDeleted(record: RecordState<unknown>): boolean {
  return (record.fields as CommonFields).deleted === true
}
