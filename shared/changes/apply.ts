import type { Stamp } from '../base/clock'
import type { Json } from '../base/json'
import { type RecordState, stampOf } from '../domain/record'
import { addDigests, digestOf, foldRecord } from './fold'
import type { Change, StampedChange } from './transaction'

/** A change as the history of its record keeps it. */
export function stamped(change: Change, stamp: Stamp): StampedChange {
  return { stamp, set: change.set, ...(change.was ? { was: change.was } : {}) }
}

/** Whether a change knows of all that it replaces, so that the state after it follows from the state before. */
function isLinear(state: RecordState, change: Change, stamp: Stamp): boolean {
  if (state.differences || state.concurrent || stamp <= state.created) return false
  if (change.set.deleted !== undefined) return false
  return (
    Object.keys(change.set).every((field) => {
      if (!Object.hasOwn(state.fields, field)) return change.was?.[field] === undefined
      const present = stampOf(state, field)
      return change.was?.[field] === present && present < stamp
    }) && state.fields.deleted !== true
  )
}

/**
 * The state after one more change, without the record's history where the change is a plain next step.
 * Null where only the whole history can tell (concurrent changes, deletions, a change that came late).
 */
export function applyChange(
  state: RecordState | undefined,
  change: Change,
  stamp: Stamp,
): RecordState | null {
  if (!state) return foldRecord({ id: change.record, kind: change.kind, changes: [stamped(change, stamp)] })
  if (!isLinear(state, change, stamp)) return null
  const fields: Record<string, Json> = { ...state.fields }
  const stamps: Record<string, Stamp> = { ...state.stamps }
  for (const field of Object.keys(change.set)) {
    fields[field] = change.set[field] as Json
    stamps[field] = stamp
  }
  return {
    ...state,
    fields: sortFields(fields),
    stamps: sortFields(stamps),
    digest: addDigests(state.digest, digestOf(stamped(change, stamp))),
  }
}

function sortFields<T>(fields: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
}
