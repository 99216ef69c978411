import { listOf, nullable, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { anyId, type FieldChecks } from './field-checks'
import type { MemberFields } from './member-fields'
import type { CommonFields, RecordState } from './record'

export const ENTITY_TYPES = ['person', 'organisation', 'place', 'event', 'work'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** A person, organisation, place, event or work, with aliases. */
export interface EntityFields extends CommonFields, MemberFields<'apart'>, MemberFields<'tag'> {
  readonly entityType: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: string | null
  readonly description: string
  /** The entity it turned out to be; everything said of this one counts there. Splitting sets it to null again. */
  readonly mergedInto: Id | null
}

export type Entity = RecordState<EntityFields, 'entity'>

export const entityChecks: FieldChecks<EntityFields> = {
  fixed: {
    entityType: oneOf(ENTITY_TYPES),
    name: text(1_000),
    aliases: listOf(text(1_000), 1_000),
    role: nullable(text(1_000)),
    description: text(100_000),
    mergedInto: nullable(anyId),
  },
  members: ['apart', 'tag'],
}

/** Follows merges to the entity that now stands for `id`; a circle of merges ends where it was entered. */
export function resolveEntity(id: Id, find: (id: Id) => Entity | undefined): Id {
  const seen = new Set<Id>()
  let current = id
  while (!seen.has(current)) {
    seen.add(current)
    const next = find(current)?.fields.mergedInto
    if (!next) return current
    current = next
  }
  // Two people merged a pair in opposite directions: the smallest id of the circle stands for all of it.
  return circleOf(current, find).sort()[0] ?? current
}

function circleOf(start: Id, find: (id: Id) => Entity | undefined): Id[] {
  const circle = [start]
  for (
    let next = find(start)?.fields.mergedInto;
    next && next !== start;
    next = find(next)?.fields.mergedInto
  ) {
    circle.push(next)
  }
  return circle
}
