import { contributorOf, type Stamp } from '../base/clock'
import { canonicalJson, type Json, sameJson } from '../base/json'
import type { Alternative, Fields, RecordState } from '../domain/record'
import type { RecordHistory, StampedChange } from './transaction'

const FNV_PRIME = 0x01000193
const HASH_RANGE = 2 ** 32

/** A 32-bit FNV-1a of a string's UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  }
  return hash >>> 0
}

/** A change's share in its record's digest: a sum over changes, so that order does not matter. */
export function digestOf(change: StampedChange): number {
  return hashOf(change.stamp + canonicalJson({ set: change.set, was: (change.was ?? null) as Json }))
}

/** Histories of many changes are folded again and again as they grow: their changes are hashed once. */
const digests = new WeakMap<StampedChange, number>()

function keptDigestOf(change: StampedChange): number {
  const known = digests.get(change)
  if (known !== undefined) return known
  const digest = digestOf(change)
  digests.set(change, digest)
  return digest
}

export function addDigests(a: number, b: number): number {
  return (a + b) % HASH_RANGE
}

const asList = (stamps: Stamp | readonly Stamp[] | undefined): readonly Stamp[] =>
  stamps === undefined ? [] : typeof stamps === 'string' ? [stamps] : stamps

/** Larger stamps first; one stamp with two values (a cloned identity) is ordered by the values themselves. */
export function compareAlternatives(a: Alternative, b: Alternative): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? 1 : -1
  const [left, right] = [canonicalJson(a.value), canonicalJson(b.value)]
  return left === right ? 0 : left < right ? 1 : -1
}

/** The values of a field that no later change replaced, largest stamp first. */
function headsOf(field: string, changes: readonly StampedChange[]): Alternative[] {
  const replaced = new Set<Stamp>()
  for (const change of changes) for (const stamp of asList(change.was?.[field])) replaced.add(stamp)
  return changes
    .filter(({ stamp, set }) => Object.hasOwn(set, field) && !replaced.has(stamp))
    .map(({ stamp, set }) => ({ stamp, value: set[field] as Json }))
    .sort(compareAlternatives)
}

/** Of several heads, those that say something else than the winner, when people disagree. */
function disagreement(heads: readonly Alternative[]): readonly Alternative[] | null {
  const [winner, ...others] = heads
  if (!winner || others.length === 0) return null
  const differing = others.filter(({ value }) => !sameJson(value, winner.value))
  const authors = new Set([winner, ...differing].map(({ stamp }) => contributorOf(stamp)))
  return differing.length > 0 && authors.size > 1 ? [winner, ...differing] : null
}

/** The stamps that the author of a deletion had seen: those it names, and all that these replaced in their turn. */
function seenBy(deletion: StampedChange, ascending: readonly StampedChange[]): Set<Stamp> {
  const seen = new Set([deletion.stamp, ...asList(deletion.was?.['*'])])
  // Stamps grow along every chain of replacements, so one pass from the latest to the first finds them all.
  for (const change of [...ascending].reverse()) {
    if (!seen.has(change.stamp) || !change.was) continue
    for (const stamps of Object.values(change.was)) for (const stamp of asList(stamps)) seen.add(stamp)
  }
  return seen
}

/** A value that somebody gave a record while somebody else, not knowing of it, deleted the record. */
function editUnseenByDeletion(changes: readonly StampedChange[], winner: Alternative | undefined) {
  if (winner?.value !== true) return null
  const deletion = changes.find(({ stamp, set }) => stamp === winner.stamp && set.deleted === true)
  if (!deletion) return null
  const seen = seenBy(deletion, changes)
  const author = contributorOf(winner.stamp)
  const unseen = changes.findLast(({ stamp }) => !seen.has(stamp) && contributorOf(stamp) !== author)
  return unseen ? [winner, { stamp: unseen.stamp, value: false }] : null
}

/**
 * The state that a record's changes add up to: field by field the largest stamp wins, and values that
 * nobody replaced knowingly are kept as differences. A pure function of the *set* of changes, which is what
 * makes merging commutative, associative and idempotent.
 * Source of the rule: last-writer-wins registers, Shapiro et al., "Conflict-free Replicated Data Types" (2011).
 */
export function foldRecord(history: RecordHistory): RecordState {
  const changes = sortChanges(history.changes)
  const first = changes[0]
  if (!first) throw new Error('A record without changes cannot be folded.')
  const winners = new Map<string, Alternative>()
  let digest = 0
  for (const change of changes) {
    digest = addDigests(digest, changes.length > 1 ? keptDigestOf(change) : digestOf(change))
    for (const field of Object.keys(change.set)) {
      const candidate = { stamp: change.stamp, value: change.set[field] as Json }
      const winner = winners.get(field)
      if (!winner || compareAlternatives(candidate, winner) < 0) winners.set(field, candidate)
    }
  }
  const { differences, concurrent } =
    changes.length > 1 ? findDifferences(changes, winners) : { differences: null, concurrent: false }
  return {
    id: history.id,
    kind: history.kind,
    ...splitStamps(winners, first.stamp),
    created: first.stamp,
    digest,
    ...(differences ? { differences } : {}),
    ...(concurrent ? { concurrent } : {}),
  }
}

/** Sorted by stamp; equal changes once. */
export function sortChanges(changes: readonly StampedChange[]): StampedChange[] {
  if (changes.length < 2) return [...changes]
  const byKey = new Map<string, StampedChange>()
  for (const change of changes) byKey.set(`${change.stamp}${keptDigestOf(change)}`, change)
  return [...byKey.keys()].sort().map((key) => byKey.get(key) as StampedChange)
}

function splitStamps(winners: ReadonlyMap<string, Alternative>, created: Stamp) {
  const fields: Record<string, Json> = {}
  const stamps: Record<string, Stamp> = {}
  for (const field of [...winners.keys()].sort()) {
    const { stamp, value } = winners.get(field) as Alternative
    fields[field] = value
    if (stamp !== created) stamps[field] = stamp
  }
  return { fields: fields as Fields, stamps }
}

function findDifferences(changes: readonly StampedChange[], winners: ReadonlyMap<string, Alternative>) {
  const found: Record<string, readonly Alternative[]> = {}
  let concurrent = false
  for (const field of [...winners.keys()].sort()) {
    const heads = headsOf(field, changes)
    if (heads.length > 1) concurrent = true
    const differing = disagreement(heads)
    if (differing) found[field] = differing
  }
  const unseen = found.deleted ? null : editUnseenByDeletion(changes, winners.get('deleted'))
  if (unseen) found.deleted = unseen
  return { differences: Object.keys(found).length > 0 ? found : null, concurrent }
}
