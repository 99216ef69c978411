import type { Id } from '../base/ids'
import type { Json } from '../base/json'

/**
 * Sets are stored as one field per member (`tag:<id>`: true), not as a list in one field: two people who
 * add different tags to one passage then both keep theirs when their notebooks are merged.
 */
export type MemberFields<Prefix extends string> = { readonly [field in `${Prefix}:${string}`]?: boolean }

/** The field that says whether `member` belongs to the set. */
export function memberField<Prefix extends string>(prefix: Prefix, member: Id): `${Prefix}:${Id}` {
  return `${prefix}:${member}`
}

/** The members of a set, sorted. */
export function membersOf(fields: object, prefix: string): Id[] {
  const start = `${prefix}:`
  return Object.entries(fields as { [field: string]: Json })
    .filter(([field, value]) => value === true && field.startsWith(start))
    .map(([field]) => field.slice(start.length))
    .sort()
}

/** Ids of the tags on a record. */
export function tagsOf(record: { readonly fields: object }): Id[] {
  return membersOf(record.fields, 'tag')
}
