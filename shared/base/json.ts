/** What can be stored, sent and compared byte for byte. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON with object keys sorted by UTF-16 code units and no white space: equal values give equal text
 * (the number and string forms of RFC 8785).
 */
export function canonicalJson(value: Json): string {
  // The engine's own writer is by far the fastest; it needs members that are in order already.
  const sorted = inOrder(value)
  return sorted === NO_ORDER ? writeSorted(value) : JSON.stringify(sorted)
}

type Members = { readonly [key: string]: Json }

/** What an engine enumerates in an order of its own, or does not keep as a member. */
const NO_ORDER = Symbol('no order')
const ODD_KEY = /^(?:\d+|__proto__)$/

/** The value with members in order, itself where they are already; or that there is no such object. */
function inOrder(value: Json): Json | typeof NO_ORDER {
  if (value === null || typeof value !== 'object') return value
  return Array.isArray(value) ? listInOrder(value as readonly Json[]) : membersInOrder(value as Members)
}

function listInOrder(list: readonly Json[]): Json | typeof NO_ORDER {
  let copy: Json[] | null = null
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index] as Json
    const sorted = inOrder(item)
    if (sorted === NO_ORDER) return NO_ORDER
    if (sorted === item) continue
    copy ??= [...list]
    copy[index] = sorted
  }
  return copy ?? list
}

function membersInOrder(members: Members): Json | typeof NO_ORDER {
  const keys = Object.keys(members)
  const sorted = keys.every((key, index) => index === 0 || (keys[index - 1] as string) <= key)
  if (!sorted) {
    if (keys.some((key) => ODD_KEY.test(key))) return NO_ORDER
    keys.sort()
  }
  let copy: Record<string, Json> | null = sorted ? null : {}
  for (const key of keys) {
    const member = members[key] as Json
    const ordered = inOrder(member)
    if (ordered === NO_ORDER) return NO_ORDER
    if (copy === null && ordered !== member) {
      if (keys.some((one) => ODD_KEY.test(one))) return NO_ORDER
      copy = { ...members }
    }
    if (copy !== null) copy[key] = ordered
  }
  return copy ?? members
}

function writeSorted(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(',')}]`
  const entries = value as Members
  const members = Object.keys(entries)
    .filter((key) => entries[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${writeSorted(entries[key] as Json)}`)
  return `{${members.join(',')}}`
}

/** Whether two JSON values are the same value. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return canonicalJson(a) === canonicalJson(b)
}
