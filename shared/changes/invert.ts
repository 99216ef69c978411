import type { Id } from '../base/ids'
import { type Json, sameJson } from '../base/json'
import type { Fields } from '../domain/record'
import type { Edit } from './compose'
import { foldRecord } from './fold'
import type { RecordHistory, Transaction } from './transaction'

export type FindHistory = (id: Id) => RecordHistory | undefined

/**
 * The wishes that take a transaction back: each field gets the value that it would have without it.
 * A record that it made goes to the trash; a field that somebody has changed since keeps that newer value.
 */
export function invert(transaction: Transaction, find: FindHistory): Edit[] {
  return transaction.changes.flatMap(({ record, kind, set }) => {
    const history = find(record)
    if (!history) return []
    const earlier = history.changes.filter(({ stamp }) => stamp < transaction.stamp)
    if (earlier.length === 0) return [{ record, kind, set: { deleted: true } } as unknown as Edit]
    const before = foldRecord({ ...history, changes: earlier })
    const restored = restore(set, foldRecord(history).fields, before.fields)
    return Object.keys(restored).length > 0 ? [{ record, kind, set: restored } as unknown as Edit] : []
  })
}

/** Values are compared, not stamps: after undoing a later edit the field holds this one's value under a new stamp. */
function restore(set: Fields, now: Fields, before: Fields): Fields {
  const restored: Record<string, Json> = {}
  for (const field of Object.keys(set)) {
    if (!sameJson(now[field], set[field])) continue
    // Absent flags (deleted, members of sets) mean false.
    restored[field] = before[field] ?? (typeof set[field] === 'boolean' ? false : null)
  }
  return restored
}
