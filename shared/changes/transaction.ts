import { type Check, isPlainObject, listOf, text } from '../base/check'
import { isStamp, type Stamp } from '../base/clock'
import { type Id, isId } from '../base/ids'
import { fail, ok, type Result } from '../base/result'
import { findBadField, findMissingField } from '../domain/field-checks'
import { isKind, KIND_CHECKS, type Kind } from '../domain/kinds'
import type { Fields } from '../domain/record'

/** Stamps of the values that a change replaced, by field. More than one settles a difference. */
export type Replaced = { readonly [field: string]: Stamp | readonly Stamp[] }

/**
 * What one transaction did to one record. `was` names the values it replaced: that is how two changes made
 * without knowledge of each other are told from one made after the other. A deletion also names, under `*`,
 * every value of the record that its author saw.
 */
export interface Change {
  readonly record: Id
  readonly kind: Kind
  readonly set: Fields
  readonly was?: Replaced
}

/** A list of record changes made by one contributor at one time: the unit of saving, undoing and history. */
export interface Transaction {
  /** When and by whom; unique, and so also its name. */
  readonly stamp: Stamp
  /** What the contributor did, as a key such as `create-annotation`. */
  readonly intent: string
  /** The transaction that this one takes back (an undo), or brings back (an undo of an undo). */
  readonly undoes?: Stamp
  readonly changes: readonly Change[]
}

/** A change as a record's history keeps it. */
export interface StampedChange {
  readonly stamp: Stamp
  readonly set: Fields
  readonly was?: Replaced
}

/** A record with all its changes: what bundles carry and notebooks merge. */
export interface RecordHistory {
  readonly id: Id
  readonly kind: Kind
  /** Sorted by stamp. */
  readonly changes: readonly StampedChange[]
}

/** A transaction without its changes: what is known of why a change was made. */
export interface TransactionNote {
  readonly stamp: Stamp
  readonly intent: string
  readonly undoes?: Stamp
}

const isReplaced: Check = (value) =>
  value === undefined ||
  (isPlainObject(value) &&
    Object.values(value).every((stamps) => isStamp(stamps) || listOf(isStamp, 1_000)(stamps)))

/** Checks one change to one record; `isFirst` when it must hold every field of a new record. */
export function findFault(kind: Kind, set: unknown, was: unknown, isFirst: boolean): string | null {
  if (!isPlainObject(set) || !isReplaced(was)) return 'is not a change'
  const fields = set as Fields
  const bad = findBadField(KIND_CHECKS[kind], fields)
  if (bad !== null) return `has a wrong value in “${bad.slice(0, 60)}”`
  const missing = isFirst ? findMissingField(KIND_CHECKS[kind], fields) : null
  return missing === null ? null : `lacks “${missing}”`
}

const isIntent = text(200)

/** Checks a transaction from outside (journal, another window); creations are told by the absence of `was`. */
export function parseTransaction(value: unknown): Result<Transaction> {
  const broken = (why: string) => fail('transaction-invalid', `A stored change ${why}.`)
  if (!isPlainObject(value) || !isStamp(value.stamp) || !isIntent(value.intent))
    return broken('has no valid stamp')
  if (value.undoes !== undefined && !isStamp(value.undoes))
    return broken('undoes something that has no valid stamp')
  if (!Array.isArray(value.changes)) return broken('has no list of records')
  for (const change of value.changes as readonly unknown[]) {
    if (!isPlainObject(change) || !isId(change.record) || !isKind(change.kind))
      return broken('names no record')
    const fault = findFault(change.kind, change.set, change.was, false)
    if (fault !== null) return broken(fault)
  }
  return ok(value as unknown as Transaction)
}
