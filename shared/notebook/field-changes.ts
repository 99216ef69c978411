import type { Stamp } from '../base/clock'
import { type Json, sameJson } from '../base/json'
import type { AnyRecord } from '../domain/kinds'
import { type Alternative, type Fields, stampOf } from '../domain/record'

/** One field of a record that is to change. */
export interface FieldChange {
  readonly field: string
  /** Undefined where the record is new. */
  readonly before: Json | undefined
  readonly after: Json
  /** Who gave it the new value, and when. */
  readonly stamp: Stamp
  /** All values, the one shown first, where people differ. */
  readonly alternatives: readonly Alternative[] | null
}

/** Fields of a new record that say nothing to a reader beside the others. */
const UNTOLD: readonly string[] = [
  'articleId',
  'annotationId',
  'textHash',
  'currentVersion',
  'confidence',
  'color',
  'dir',
  'capturedTime',
  'motivation',
]

const saysNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/** Whether a field is passed over: what is the same, or says nothing. */
function isPassedOver(field: string, old: Fields | undefined, value: Json): boolean {
  if (!old) return saysNothing(value) || UNTOLD.includes(field)
  return sameJson(old[field], value) || (saysNothing(old[field]) && saysNothing(value))
}

/** The fields in which two states of a record differ, in order of name; of a new record those that say something. */
export function listFieldChanges(before: AnyRecord | undefined, after: AnyRecord): FieldChange[] {
  const old = before?.fields as unknown as Fields | undefined
  const now = after.fields as unknown as Fields
  return Object.keys(now).flatMap((field): FieldChange | [] => {
    const value = now[field] as Json
    const alternatives = after.differences?.[field] ?? null
    if (!alternatives && isPassedOver(field, old, value)) return []
    const replaced = old && (old[field] ?? null)
    return { field, before: replaced, after: value, stamp: stampOf(after, field), alternatives }
  })
}
