import { contributorOf } from '@shared/base/clock'
import { canonicalJson, type Json } from '@shared/base/json'
import { applyChange } from '@shared/changes/apply'
import { foldRecord } from '@shared/changes/fold'
import { mergeHistories, missingFrom, previewMerge } from '@shared/changes/merge'
import type { RecordHistory, StampedChange } from '@shared/changes/transaction'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { histories, merge, PEOPLE, play, type RandomHistory, type Replica } from './random-histories'

const RUNS = Number(process.env.FLORILEGIUM_LAW_RUNS ?? 1000)
let tried = 0
/** How often a deletion met an edit that it did not know. */
let unseen = 0

function* pairsOf(replicas: readonly Replica[]): Iterable<readonly [Replica, Replica]> {
  for (const one of replicas) for (const other of replicas) if (one !== other) yield [one, other]
}

/** What a notebook is exported as: the same notebook gives the same bytes. */
function bytesOf(replica: Replica): string {
  return [...replica.keys()]
    .sort()
    .map((id) => replica.get(id) as RecordHistory)
    .map(
      (history) =>
        `${canonicalJson(history as unknown as Json)} ${canonicalJson(foldRecord(history) as never)}`,
    )
    .join('\n')
}

const read = (replica: Replica): Replica =>
  new Map([...replica].map(([id, history]) => [id, JSON.parse(JSON.stringify(history)) as RecordHistory]))

const keyOf = (id: string, { stamp, set, was }: StampedChange) =>
  canonicalJson([id, stamp, set, (was ?? null) as Json])
const changesOf = (replica: Replica) =>
  new Set([...replica.values()].flatMap(({ id, changes }) => changes.map((change) => keyOf(id, change))))

/** Checks a law on every random history. */
function holds(law: (played: ReturnType<typeof play>) => void) {
  return () =>
    fc.assert(
      fc.property(histories, (history: RandomHistory) => {
        tried += 1
        law(play(history))
      }),
      { numRuns: RUNS },
    )
}

/** The value that a field must have, worked out without the fold: of all that set it, the largest stamp. */
function expectedValue(changes: readonly StampedChange[], field: string): Json | undefined {
  let best: { stamp: string; text: string } | null = null
  for (const { stamp, set } of changes) {
    if (!Object.hasOwn(set, field)) continue
    const text = canonicalJson(set[field] as Json)
    if (!best || stamp > best.stamp || (stamp === best.stamp && text > best.text)) best = { stamp, text }
  }
  return best ? (JSON.parse(best.text) as Json) : undefined
}

describe('the laws of merging, over random histories', { timeout: 600_000 }, () => {
  afterAll(() => {
    console.log(
      `${tried.toLocaleString('en')} histories tried, ${unseen.toLocaleString('en')} unseen edits met`,
    )
    expect(unseen).toBeGreaterThan(0)
  })

  it(
    '1: merging a into b gives what merging b into a gives',
    holds(({ replicas: [a, b] }) => {
      expect(bytesOf(merge(a!, b!))).toBe(bytesOf(merge(b!, a!)))
    }),
  )

  it(
    '2: it does not matter which two of three are merged first',
    holds(({ replicas: [a, b, c] }) => {
      expect(bytesOf(merge(a!, merge(b!, c!)))).toBe(bytesOf(merge(merge(a!, b!), c!)))
    }),
  )

  it(
    '3: a notebook merged with itself stays as it is',
    holds(({ replicas }) => {
      for (const replica of replicas) expect(bytesOf(merge(replica, replica))).toBe(bytesOf(replica))
    }),
  )

  it(
    '4: importing one’s own export adds nothing, to oneself and to what one was merged into',
    holds(({ replicas }) => {
      const everything = replicas.reduce(merge)
      for (const replica of replicas) {
        for (const [id, history] of read(replica)) {
          expect(missingFrom(replica.get(id), history)).toEqual([])
          expect(previewMerge(everything.get(id), history)).toBeNull()
        }
      }
    }),
  )

  it(
    '5: merged in any order, the notebook exports the same bytes',
    holds(({ replicas }) => {
      const forward = bytesOf(replicas.reduce(merge))
      expect(bytesOf(replicas.toReversed().reduce(merge))).toBe(forward)
      for (let start = 1; start < PEOPLE; start += 1) {
        const turned = [...replicas.slice(start), ...replicas.slice(0, start)]
        expect(bytesOf(turned.map(read).reduce(merge))).toBe(forward)
      }
    }),
  )

  it(
    'loses no change, value, author or time of either side',
    holds(({ replicas, transactions }) => {
      const merged = changesOf(replicas.reduce(merge))
      for (const replica of replicas) for (const key of changesOf(replica)) expect(merged).toContain(key)
      expect(merged.size).toBe(
        new Set(
          transactions.flatMap((made) =>
            made.changes.map((change) => keyOf(change.record, { stamp: made.stamp, ...change })),
          ),
        ).size,
      )
    }),
  )

  it(
    'shows of every field the value with the largest stamp; a deletion is one of them',
    holds(({ replicas }) => {
      for (const history of replicas.reduce(merge).values()) {
        const { fields } = foldRecord(history)
        for (const field of new Set(history.changes.flatMap(({ set }) => Object.keys(set))))
          expect(fields[field]).toEqual(expectedValue(history.changes, field))
      }
    }),
  )

  it(
    'keeps a deleted record with all its values, and tells of an edit that the deletion did not know',
    holds(({ replicas }) => {
      for (const [deleter, editor] of pairsOf(replicas)) {
        for (const [id, ours] of deleter) {
          const theirs = editor.get(id)
          const last = ours.changes.at(-1)
          if (!theirs || last?.set.deleted !== true) continue
          // What the deletion's author had not seen, by others, and without a later word on the deletion itself.
          const news = missingFrom(ours, theirs).filter(
            (change) => contributorOf(change.stamp) !== contributorOf(last.stamp),
          )
          const all = mergeHistories(ours, theirs)
          // Copies of one identity can make one stamp for two changes: then nobody can tell which one was seen.
          if (new Set(all.changes.map(({ stamp }) => stamp)).size < all.changes.length) continue
          const merged = foldRecord(all)
          for (const field of Object.keys(foldRecord(ours).fields))
            expect(merged.fields).toHaveProperty([field])
          if (merged.stamps.deleted !== last.stamp || news.length === 0) continue
          expect(merged.fields.deleted).toBe(true)
          expect(merged.differences).toHaveProperty('deleted')
          unseen += 1
        }
      }
    }),
  )

  it(
    'follows single changes to the state that folding the whole history gives',
    holds(({ replicas }) => {
      for (const history of replicas.reduce(merge).values()) {
        for (let known = 1; known < history.changes.length; known += 1) {
          const before = foldRecord({ ...history, changes: history.changes.slice(0, known) })
          const { stamp, set, was } = history.changes[known]!
          const next = applyChange(
            before,
            { record: history.id, kind: history.kind, set, ...(was ? { was } : {}) },
            stamp,
          )
          if (next)
            expect(next).toEqual(foldRecord({ ...history, changes: history.changes.slice(0, known + 1) }))
        }
      }
    }),
  )
})
