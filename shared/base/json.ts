/** What can be stored, sent and compared byte for byte. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON with object keys sorted by UTF-16 code units and no white space: equal values give equal text
 * (the number and string forms of RFC 8785).
 */
export function canonicalJson(value: Json): string {
  // What we wrote ourselves comes sorted: looking is much cheaper than writing it out by hand.
  return isSorted(value) ? JSON.stringify(value) : writeSorted(value)
}

function isSorted(value: Json): boolean {
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isSorted)
  const entries = value as { readonly [key: string]: Json }
  let before: string | null = null
  for (const key of Object.keys(entries)) {
    if (before !== null && before > key) return false
    if (!isSorted(entries[key] as Json)) return false
    before = key
  }
  return true
}

function writeSorted(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(',')}]`
  const entries = value as { readonly [key: string]: Json }
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
