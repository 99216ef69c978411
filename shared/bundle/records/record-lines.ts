import { isPlainObject } from '../../base/check'
import { isStamp } from '../../base/clock'
import { isId } from '../../base/ids'
import { canonicalJson, type Json } from '../../base/json'
import { sortChanges } from '../../changes/fold'
import { findFault, type StampedChange, type TransactionNote } from '../../changes/transaction'
import type { Kind } from '../../domain/kinds'
import { refuse } from '../failure'
import { READ_LIMITS } from '../format'
import type { FileHistory } from './codec'
import type { MigrateFile } from './migrate-file'

/** One line of a record file, with its line feed. */
export function toLine(value: object): string {
  return `${canonicalJson(value as unknown as Json)}\n`
}

/** Names a place in a bundle, for messages. */
export interface LinePlace {
  readonly path: string
  /** From 1. */
  readonly line: number
}

function damaged({ path, line }: LinePlace, why: string): never {
  refuse('bundle-damaged', `Line ${line} of “${path}” ${why}.`)
}

function isTooDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  const members = value as { readonly [key: string]: unknown }
  for (const key in members) if (isTooDeep(members[key], depth - 1)) return true
  return false
}

/** Parses a line that must be JSON in its one canonical form, so that equal content has equal bytes. */
function parseCanonical(text: string, place: LinePlace): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return damaged(place, 'is not JSON')
  }
  if (!isPlainObject(value)) return damaged(place, 'is not a record')
  if (isTooDeep(value, READ_LIMITS.depth)) return damaged(place, 'is nested too deeply')
  if (text.includes('"__proto__"')) return damaged(place, 'has a name that is not allowed (“__proto__”)')
  if (canonicalJson(value as Json) !== text) return damaged(place, 'is not in canonical form')
  return value
}

function checkKeys(value: object, allowed: readonly string[], place: LinePlace): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key))
  if (unknown !== undefined) damaged(place, `has an unknown member “${unknown.slice(0, 60)}”`)
}

function checkOutline(change: unknown, place: LinePlace): void {
  if (!isPlainObject(change)) throw damaged(place, 'has a change that is not an object')
  if (!isStamp(change.stamp)) damaged(place, 'has a change without a valid stamp')
  checkKeys(change, ['offsets', 'set', 'stamp', 'was'], place)
  if (change.offsets !== undefined && change.offsets !== 'utf-16')
    damaged(place, 'has offsets in a unit that is not known')
  if (!isPlainObject(change.set)) damaged(place, 'is not a change')
}

/**
 * Reads one line of a record file, bringing older formats up to date; refuses whatever the writer would not have written,
 * naming file and line.
 */
export function parseRecordLine(
  text: string,
  kind: Kind,
  place: LinePlace,
  migrate: MigrateFile,
): FileHistory {
  const value = parseCanonical(text, place)
  checkKeys(value, ['changes', 'id', 'kind'], place)
  if (!isId(value.id) || value.kind !== kind) return damaged(place, `is not a record of kind “${kind}”`)
  if (!Array.isArray(value.changes) || value.changes.length === 0) return damaged(place, 'has no changes')
  const changes = value.changes as unknown[]
  for (const change of changes) checkOutline(change, place)
  const sorted = sortChanges(changes as StampedChange[])
  if (sorted.length !== changes.length || sorted.some((change, index) => change !== changes[index]))
    damaged(place, 'has changes that are not in order')
  const file = migrate(value as unknown as FileHistory)
  for (const [index, { set, was }] of file.changes.entries()) {
    const fault = findFault(kind, set, was, index === 0)
    if (fault !== null) damaged(place, fault)
  }
  return file
}

/** Reads one line of the list of transactions. */
export function parseNoteLine(text: string, place: LinePlace): TransactionNote {
  const value = parseCanonical(text, place)
  checkKeys(value, ['intent', 'stamp', 'undoes'], place)
  const { stamp, intent, undoes } = value
  if (!isStamp(stamp) || typeof intent !== 'string' || intent.length > 200)
    return damaged(place, 'is not a transaction')
  if (undoes !== undefined && !isStamp(undoes))
    return damaged(place, 'undoes something without a valid stamp')
  return value as unknown as TransactionNote
}
