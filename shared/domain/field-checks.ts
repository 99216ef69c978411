import { boolean, type Check } from '../base/check'
import { isId } from '../base/ids'
import type { Fields } from './record'

export const anyId: Check = isId

/** How one kind's fields are checked when they come from outside. */
export interface FieldChecks<F> {
  /** Fields known by name; a new record has all of them. */
  readonly fixed: {
    readonly [field in Exclude<keyof F & string, 'deleted' | `${string}:${string}`>]-?: Check
  }
  /** Prefixes of sets stored as one boolean field per member id. */
  readonly members?: readonly string[]
  /** Prefixes of fields that hold one value per id. */
  readonly perId?: { readonly [prefix: string]: Check }
}

function checkNamed(checks: FieldChecks<object>, field: string): Check | undefined {
  if (field === 'deleted') return boolean
  const fixed = checks.fixed as { readonly [field: string]: Check }
  if (Object.hasOwn(fixed, field)) return fixed[field]
  const colon = field.indexOf(':')
  if (colon < 0 || !isId(field.slice(colon + 1))) return undefined
  const prefix = field.slice(0, colon)
  if (checks.members?.includes(prefix)) return boolean
  return checks.perId && Object.hasOwn(checks.perId, prefix) ? checks.perId[prefix] : undefined
}

/** The first field that is unknown or holds a value of the wrong form, or null when all are well. */
export function findBadField(checks: FieldChecks<object>, fields: Fields): string | null {
  for (const field of Object.keys(fields)) {
    const check = checkNamed(checks, field)
    if (!check?.(fields[field])) return field
  }
  return null
}

/** The first field that a new record of the kind lacks, or null. */
export function findMissingField(checks: FieldChecks<object>, fields: Fields): string | null {
  return Object.keys(checks.fixed).find((field) => !Object.hasOwn(fields, field)) ?? null
}
