import { type Clock, createClock, type Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { compose, create, type Edit, edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import { mergeHistories } from '@shared/changes/merge'
import type { RecordHistory, Transaction } from '@shared/changes/transaction'
import { historiesOf } from '@shared/notebook/entry'
import fc from 'fast-check'

/** A notebook reduced to what merging is about. */
export type Replica = ReadonlyMap<Id, RecordHistory>

/** What one contributor does next; numbers pick among few, so that people meet on the same record and field. */
export type Action =
  | { readonly kind: 'create' | 'delete' | 'restore'; readonly who: number; readonly record: number }
  | { readonly kind: 'edit'; readonly who: number; readonly record: number; readonly label: number }
  | { readonly kind: 'tag'; readonly who: number; readonly record: number; readonly on: boolean }
  | { readonly kind: 'merge'; readonly who: number; readonly from: number }

export const PEOPLE = 4
const RECORDS = 2
const who = fc.nat(PEOPLE - 1)
const record = fc.nat(RECORDS - 1)

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), who, record }),
  fc.record({ kind: fc.constant('edit' as const), who, record, label: fc.nat(3) }),
  fc.record({ kind: fc.constant('edit' as const), who, record, label: fc.nat(3) }),
  fc.record({ kind: fc.constant('tag' as const), who, record, on: fc.boolean() }),
  fc.record({ kind: fc.constant('delete' as const), who, record }),
  fc.record({ kind: fc.constant('restore' as const), who, record }),
  fc.record({ kind: fc.constant('merge' as const), who, from: fc.nat(PEOPLE - 1) }),
  fc.record({ kind: fc.constant('merge' as const), who, from: fc.nat(PEOPLE - 1) }),
)

/** A history: what people did, and by how many milliseconds each one's clock is wrong. */
export const histories = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 40, size: 'max' }),
  skews: fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: PEOPLE, maxLength: PEOPLE }),
})
export type RandomHistory = typeof histories extends fc.Arbitrary<infer T> ? T : never

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
/** The last two people share one identity and one clock's lane, as when somebody copied a whole profile. */
const contributorOf = (person: number) => idOf(900 + Math.min(person, PEOPLE - 2))
const TAG = idOf(700)

export function merge(a: Replica, b: Replica): Replica {
  const merged = new Map(a)
  for (const [id, theirs] of b) {
    const ours = merged.get(id)
    merged.set(id, ours ? mergeHistories(ours, theirs) : theirs)
  }
  return merged
}

export function stateOf(replica: Replica, id: Id) {
  const history = replica.get(id)
  return history ? foldRecord(history) : undefined
}

function editsOf(did: Exclude<Action, { kind: 'merge' }>, replica: Replica): Edit[] {
  const id = idOf(did.record)
  if (did.kind === 'create') {
    const fields = { label: 'new', parentId: null, color: null, mergedInto: null }
    return replica.has(id) ? [] : [create('tag', id, fields)]
  }
  if (!replica.has(id)) return []
  if (did.kind === 'edit') return [edit('tag', id, { label: `label ${did.label}` })]
  if (did.kind === 'tag')
    return [{ kind: 'tag', record: id, set: { [`tag:${TAG}`]: did.on } } as unknown as Edit]
  return [edit('tag', id, { deleted: did.kind === 'delete' })]
}

/** Plays a history: everybody's replica at the end, and every transaction that was made. */
export function play({ actions, skews }: RandomHistory): {
  replicas: Replica[]
  transactions: Transaction[]
} {
  let time = Date.UTC(2026, 0, 1)
  const clocks: Clock[] = skews.map((skew, person) =>
    createClock(
      contributorOf(person),
      () => time + (person === PEOPLE - 1 ? (skews[PEOPLE - 2] ?? 0) : skew),
    ),
  )
  const replicas: Replica[] = clocks.map(() => new Map())
  const transactions: Transaction[] = []
  for (const did of actions) {
    // Mostly the clocks stand still: copies of one identity then make equal stamps for different values.
    time += did.who === 0 ? 7 : 0
    const replica = replicas[did.who]!
    const clock = clocks[did.who]!
    if (did.kind === 'merge') {
      const theirs = replicas[did.from]!
      for (const stamp of stampsOf(theirs)) clock.observe(stamp)
      replicas[did.who] = merge(replica, theirs)
      continue
    }
    const made = compose(clock, did.kind, editsOf(did, replica), (id) => stateOf(replica, id))
    if (!made) continue
    transactions.push(made)
    const added = new Map(historiesOf({ kind: 'transaction', transaction: made }).map((one) => [one.id, one]))
    replicas[did.who] = merge(replica, added)
  }
  return { replicas, transactions }
}

export function* stampsOf(replica: Replica): Iterable<Stamp> {
  for (const { changes } of replica.values()) for (const { stamp } of changes) yield stamp
}
