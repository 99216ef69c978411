import { type Edit, edit } from '../changes/compose'
import type { Entity } from '../domain/entity'

/** All names of both, without repeating, the kept one's own name left out. */
function namesOf(kept: Entity, other: Entity): string[] {
  const names = new Set([...kept.fields.aliases, other.fields.name, ...other.fields.aliases])
  names.delete(kept.fields.name)
  return [...names].sort()
}

/** The wishes that say that two entries are one: everything said of `other` counts for `kept` from now on. */
export function planEntityMerge(kept: Entity, other: Entity): Edit[] {
  return [
    edit('entity', other.id, { mergedInto: kept.id }),
    edit('entity', kept.id, { aliases: namesOf(kept, other), role: kept.fields.role ?? other.fields.role }),
  ]
}
