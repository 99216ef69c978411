import type { Id } from '../base/ids'
import { type Json, sameJson } from '../base/json'
import type { Kind } from '../domain/kinds'
import type { Fields } from '../domain/record'
import type { Edit } from './compose'

/** What a field that was absent before must be set to: absent flags (deleted, members of sets) mean false. */
export function absentLike(value: Json | undefined): Json {
  return typeof value === 'boolean' ? false : null
}

/** A field that is not the same in two states of a record. */
export interface FieldDifference {
  readonly field: string
  readonly was: Json | undefined
  readonly is: Json | undefined
}

/** The fields in which two states of a record differ, in order of name; an absent flag and a false one are the same. */
export function differingFields(was: Fields, is: Fields): FieldDifference[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...names]
    .sort()
    .map((field) => ({ field, was: was[field], is: is[field] }))
    .filter((difference) => !isSame(difference.was, difference.is))
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return sameJson(a ?? absentLike(b), b ?? absentLike(a))
}

/** The wish that gives a record the fields it had in an earlier state; null when it has them. */
export function wishToReturn(
  { id, kind }: { readonly id: Id; readonly kind: Kind },
  was: Fields,
  is: Fields,
): Edit | null {
  const set: Record<string, Json> = {}
  for (const difference of differingFields(was, is))
    set[difference.field] = difference.was ?? absentLike(difference.is)
  return Object.keys(set).length === 0 ? null : ({ record: id, kind, set } as unknown as Edit)
}
