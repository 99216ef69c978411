import { v7 } from 'uuid'

/** A UUIDv7 (RFC 9562): sortable by time of creation. */
export type Id = string

/** Makes a fresh id. */
export function newId(): Id {
  return v7()
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a value has the form of an id of ours; anything else never becomes a key or a path. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value)
}
