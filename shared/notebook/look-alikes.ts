import type { Entity } from '../domain/entity'
import { foldForSearch } from './find-records'
import type { NotebookView } from './notebook-view'
import { listEntities } from './people'

/** Two entities that may be one, with the reason in words. */
export interface LookAlike {
  readonly one: Entity
  readonly other: Entity
  readonly reason: string
}

/** Words before a name that say how somebody is addressed, and not who it is. */
const ADDRESSES = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady herr frau m mme mlle sr sra don dona pan pani'.split(
    ' ',
  ),
)

/** Names shorter than this differ by one letter too often to be a slip. */
const SHORTEST_MISSPELT = 5

/** Fewer initials than this are shared by too many names. */
const LEAST_INITIALS = 3

/** An entity's names, folded, without how somebody is addressed. */
function namesOf({ fields }: Entity): string[] {
  return [fields.name, ...fields.aliases].map((name) => {
    const words = foldForSearch(name).split(/\s+/).filter(Boolean)
    while (words.length > 1 && ADDRESSES.has((words[0] ?? '').replace(/\.$/, ''))) words.shift()
    return words.join(' ')
  })
}

const lastWord = (name: string) => name.split(' ').at(-1) ?? ''

/** The capitals of a name's longer words, as an organisation shortens itself. */
function initialsOf(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? []
  return words
    .filter((word) => word.length > 3 || word === words[0])
    .map((word) => word[0])
    .join('')
}

/** Whether each word of the shorter name, or its initial, stands in the longer one in order. */
function isInitialOrPart(shorter: string, longer: string): boolean {
  const words = longer.split(' ')
  let from = 0
  for (const word of shorter.split(' ')) {
    const bare = word.replace(/\.$/, '')
    const at = words.findIndex(
      (other, index) => index >= from && (other === bare || (bare.length === 1 && other.startsWith(bare))),
    )
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** Whether one letter was left out, put in, changed, or swapped with its neighbour (Damerau 1964). */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let [left, right] = [one.length, other.length]
  while (left > start && right > start && one[left - 1] === other[right - 1]) {
    left -= 1
    right -= 1
  }
  if (left - start <= 1 && right - start <= 1) return true
  const isSwapped = one[start] === other[start + 1] && one[start + 1] === other[start]
  return left - start === 2 && right - start === 2 && isSwapped
}

function explain(one: Entity, other: Entity): string | null {
  const [left, right] = [namesOf(one), namesOf(other)]
  const shared = left.find((name) => right.includes(name))
  if (shared) return `Both are called “${shared}”`
  const [first, second] = [left[0] ?? '', right[0] ?? '']
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  if (shorter === '') return null
  if (lastWord(shorter) === lastWord(longer) && isInitialOrPart(shorter, longer))
    return 'One name is part of the other'
  if (shorter.length >= LEAST_INITIALS && shorter === initialsOf(longer))
    return 'One name is the initials of the other'
  if (shorter.length >= SHORTEST_MISSPELT && isOneSlipApart(shorter, longer))
    return 'The names differ by one letter'
  return null
}

/** Records never change: what is worked out of one is kept with it. */
const keptKeys = new WeakMap<Entity, ReadonlySet<string>>()

/** What two names that may be one have in common: last word, initials, or all but one letter. */
function keysOf(entity: Entity): ReadonlySet<string> {
  const known = keptKeys.get(entity)
  if (known) return known
  const keys = new Set<string>()
  keptKeys.set(entity, keys)
  for (const name of namesOf(entity)) {
    keys.add(`last ${lastWord(name)}`)
    keys.add(`initials ${name}`)
    const initials = initialsOf(name)
    if (initials.length >= LEAST_INITIALS) keys.add(`initials ${initials}`)
    if (name.length < SHORTEST_MISSPELT) continue
    keys.add(`slip ${name}`)
    for (let index = 0; index < name.length; index += 1)
      keys.add(`slip ${name.slice(0, index)}${name.slice(index + 1)}`)
  }
  return keys
}

const areApart = (one: Entity, other: Entity) =>
  one.fields[`apart:${other.id}`] === true || other.fields[`apart:${one.id}`] === true

const keptPairs = new WeakMap<readonly Entity[], readonly LookAlike[]>()

/**
 * Pairs of entities of one type that look like one and were not told apart. Compares only those that share a last
 * word, initials, or all letters but one; the same list until an entity changes.
 */
export function findLookAlikes(view: NotebookView): readonly LookAlike[] {
  const entities = view.all('entity')
  const known = keptPairs.get(entities)
  if (known) return known
  const found = pairUp(listEntities(view))
  keptPairs.set(entities, found)
  return found
}

function pairUp(entities: readonly Entity[]): LookAlike[] {
  const groups = new Map<string, Entity[]>()
  for (const entity of entities) {
    for (const key of keysOf(entity)) {
      const typed = `${entity.fields.entityType} ${key}`
      const group = groups.get(typed)
      if (group) group.push(entity)
      else groups.set(typed, [entity])
    }
  }
  const seen = new Set<string>()
  const found: LookAlike[] = []
  for (const group of groups.values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        const pair = `${one.id} ${other.id}`
        if (seen.has(pair) || areApart(one, other)) continue
        seen.add(pair)
        const reason = explain(one, other)
        if (reason) found.push({ one, other, reason })
      }
    }
  }
  return found
}
