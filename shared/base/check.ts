import type { Json } from './json'

/** Tells whether an untrusted value has a form; checks never throw and never change the value. */
export type Check = (value: unknown) => boolean

/** A string of at most `limit` UTF-16 units. */
export const text =
  (limit = 100_000): Check =>
  (value) =>
    typeof value === 'string' && value.length <= limit

export const boolean: Check = (value) => typeof value === 'boolean'

/** A finite number within bounds, both included. */
export const number =
  (low = -Number.MAX_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high

export const integer =
  (low = 0, high = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high

export const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && choices.includes(value)

export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

export const listOf =
  (check: Check, limit = 10_000): Check =>
  (value) =>
    Array.isArray(value) && value.length <= limit && value.every((item) => check(item))

/** An object whose listed members pass; members that are not listed are refused, `optional` ones may be missing. */
export function shape(members: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const required = Object.keys(members)
  return (value) => {
    if (!isPlainObject(value)) return false
    if (!required.every((key) => Object.hasOwn(value, key) && members[key]?.(value[key]))) return false
    return Object.keys(value).every(
      (key) =>
        Object.hasOwn(members, key) || (Object.hasOwn(optional, key) && optional[key]?.(value[key]) === true),
    )
  }
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Any JSON value nested at most `depth` deep. */
export function json(depth = 64): Check {
  return (value) => isJson(value, depth)
}

function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth === 0 || typeof value !== 'object') return false
  return Object.values(value).every((member) => isJson(member, depth - 1))
}
