import type { Clock, Stamp } from '../base/clock'
import type { Id } from '../base/ids'
import { type Json, sameJson } from '../base/json'
import type { FieldsOf, Kind } from '../domain/kinds'
import { type Fields, type RecordState, stampOf } from '../domain/record'
import type { Change, Replaced, Transaction } from './transaction'

/** A wish to change one record; the transaction adds what the change replaces. */
export type Edit = { readonly [K in Kind]: EditOf<K> }[Kind]

interface EditOf<K extends Kind> {
  readonly record: Id
  readonly kind: K
  readonly set: Partial<FieldsOf<K>>
}

/** A wish to add a record, with all its fields. */
export function create<K extends Kind>(kind: K, record: Id, set: FieldsOf<K>): Edit {
  return { kind, record, set } as unknown as Edit
}

/** A wish to set some fields of a record. */
export function edit<K extends Kind>(kind: K, record: Id, set: Partial<FieldsOf<K>>): Edit {
  return { kind, record, set } as unknown as Edit
}

/** A wish to move a record to the trash. */
export function remove(kind: Kind, record: Id): Edit {
  return { kind, record, set: { deleted: true } } as unknown as Edit
}

export type FindRecord = (id: Id) => RecordState | undefined

function replacedIn(state: RecordState, field: string): Stamp | readonly Stamp[] {
  const differing = state.differences?.[field]
  return differing ? differing.map(({ stamp }) => stamp) : stampOf(state, field)
}

/** Every stamp of a record's present values. */
function allStamps(state: RecordState): Stamp[] {
  const stamps = new Set([state.created, ...Object.values(state.stamps)])
  for (const differing of Object.values(state.differences ?? {}))
    for (const { stamp } of differing) stamps.add(stamp)
  return [...stamps].sort()
}

function toChange({ record, kind, set }: Edit, find: FindRecord): Change | null {
  const state = find(record)
  const wished = set as Fields
  if (!state) return { record, kind, set: wished }
  const fields = Object.keys(wished).filter((field) => isNews(state, field, wished[field] as Json))
  if (fields.length === 0) return null
  const was: Record<string, Replaced[string]> = {}
  for (const field of fields) {
    if (Object.hasOwn(state.fields, field)) was[field] = replacedIn(state, field)
    if (field === 'deleted' && wished.deleted === true) was['*'] = allStamps(state)
  }
  return { record, kind, set: Object.fromEntries(fields.map((field) => [field, wished[field] as Json])), was }
}

/** A value equal to the present one is still news where people differ: it settles the difference. */
function isNews(state: RecordState, field: string, value: Json): boolean {
  return state.differences?.[field] !== undefined || !sameJson(state.fields[field], value)
}

/**
 * Makes one transaction of some wishes, or null when nothing would change. Several edits of one record are
 * one change, so that a record never changes twice under one stamp.
 */
export function compose(
  clock: Clock,
  intent: string,
  edits: readonly Edit[],
  find: FindRecord,
  undoes?: Stamp,
): Transaction | null {
  const byRecord = new Map<Id, Edit>()
  for (const wish of edits) {
    const earlier = byRecord.get(wish.record)
    byRecord.set(wish.record, earlier ? ({ ...wish, set: { ...earlier.set, ...wish.set } } as Edit) : wish)
  }
  const changes = [...byRecord.values()]
    .map((wish) => toChange(wish, find))
    .filter((change) => change !== null)
  if (changes.length === 0) return null
  return { stamp: clock.tick(), intent, ...(undoes ? { undoes } : {}), changes }
}
