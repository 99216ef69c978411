import type { Stamp } from '../base/clock'
import type { Id } from '../base/ids'
import { type Json, sameJson } from '../base/json'
import type { Fields } from '../domain/record'
import type { Edit } from './compose'
import { foldRecord } from './fold'
import { missingFrom } from './merge'
import { absentLike } from './restore'
import type { RecordHistory, StampedChange, Transaction } from './transaction'

export type FindHistory = (id: Id) => RecordHistory | undefined

/**
 * The wishes that take a transaction back: each field gets the value that it would have without it.
 * A record that it made goes to the trash; a field that somebody has changed since keeps that newer value.
 */
export function invert(transaction: Transaction, find: FindHistory): Edit[] {
  const { stamp } = transaction
  return transaction.changes.flatMap(({ record, set }) => {
    const history = find(record)
    return history ? takeBack(history, set, earlierThan(history, stamp)) : []
  })
}

function earlierThan({ changes }: RecordHistory, stamp: Stamp): readonly StampedChange[] {
  return changes.filter((change) => change.stamp < stamp)
}

/** The wishes that take a merge back: `absorbed` is what it added, by record. */
export function invertAbsorbed(absorbed: readonly RecordHistory[], find: FindHistory): Edit[] {
  return absorbed.flatMap((added) => {
    const history = find(added.id)
    if (!history) return []
    return takeBack(history, foldRecord(added).fields, missingFrom(added, history))
  })
}

/** Gives the fields in `set` the values that they had when `others` were all the record's changes. */
function takeBack(history: RecordHistory, set: Fields, others: readonly StampedChange[]): Edit[] {
  const { id, kind } = history
  const wish = (fields: Fields) => [{ record: id, kind, set: fields } as unknown as Edit]
  if (!others.some((change) => change.was === undefined)) return wish({ deleted: true })
  const before = foldRecord({ ...history, changes: others })
  const restored = restore(set, foldRecord(history).fields, before.fields)
  return Object.keys(restored).length > 0 ? wish(restored) : []
}

/** Values are compared, not stamps: after undoing a later edit the field holds this one's value under a new stamp. */
function restore(set: Fields, now: Fields, before: Fields): Fields {
  const restored: Record<string, Json> = {}
  for (const field of Object.keys(set)) {
    if (!sameJson(now[field], set[field])) continue
    restored[field] = before[field] ?? absentLike(set[field])
  }
  return restored
}
