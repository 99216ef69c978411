import { createClock } from '@shared/base/clock'
import { newId } from '@shared/base/ids'
import { mergeSources, tallyMerge } from '@shared/bundle/merge-sources'
import { type BundleSource, listAsSource } from '@shared/bundle/source'
import { compose, edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import type { RecordHistory } from '@shared/changes/transaction'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { makeNotebook, randomFrom } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const shared = makeNotebook({ articles: 2, annotations: 16, wideEvery: 2 })

/** A colleague's notebook: what all began with, some of it edited, and a notebook's worth of their own. */
function colleague(seed: number): RecordHistory[] {
  const random = randomFrom(seed)
  const clock = createClock(newId(), () => Date.UTC(2026, 0, 1) + Math.floor(random() * 1e6))
  const edited = shared.histories.map((history): RecordHistory => {
    if (history.kind !== 'annotation' || random() < 0.5) return history
    const wish = edit('annotation', history.id, {
      comment: `note of reader ${seed}`,
      ...(random() < 0.3 ? { deleted: true } : {}),
    })
    const transaction = compose(clock, 'edit-annotation', [wish], () => foldRecord(history))
    const [change] = transaction?.changes ?? []
    if (!transaction || !change) return history
    const { set, was } = change
    return {
      ...history,
      changes: [...history.changes, { stamp: transaction.stamp, set, ...(was ? { was } : {}) }],
    }
  })
  const own = makeNotebook({ seed, articles: 1, annotations: 4 + seed })
  const offset = seed.toString(16).padStart(8, '0')
  const renamed = JSON.parse(
    JSON.stringify(own.histories).replaceAll('"0196', `"${offset.slice(0, 4)}`),
  ) as RecordHistory[]
  return [...edited, ...renamed.filter(({ kind }) => kind !== 'contributor')]
}

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

describe('three people exchanging bundles', () => {
  const notebooks = [colleague(3), colleague(4), colleague(5)].map((histories) => listAsSource(histories))
  const mergeInOrder = async (order: readonly number[]) => {
    let merged: BundleSource = listAsSource([])
    // Every hop goes through a written and re-opened bundle.
    for (const index of order) {
      const bytes = await bundleBytes(mergeSources(merged, notebooks[index] as BundleSource))
      merged = await openBundle(bytes)
    }
    return bundleBytes(merged)
  }

  it('end with the same bytes in all six orders', async () => {
    const first = await mergeInOrder(ORDERS[0])
    for (const order of ORDERS.slice(1)) expect(Buffer.compare(first, await mergeInOrder(order))).toBe(0)
  })

  it('keep every change with its author and time after three hops', async () => {
    const merged = await listHistories(await openBundle(await mergeInOrder([2, 0, 1])))
    const stamps = new Map(merged.map(({ id, changes }) => [id, changes.map(({ stamp }) => stamp)]))
    const privateNotes = new Set(
      (await Promise.all(notebooks.map(listHistories)))
        .flat()
        .filter((history) => history.kind === 'note' && foldRecord(history).fields.private === true)
        .map(({ id }) => id),
    )
    for (const notebook of notebooks) {
      for (const { id, changes } of await listHistories(notebook)) {
        if (privateNotes.has(id)) continue
        for (const { stamp } of changes) expect(stamps.get(id)).toContain(stamp)
      }
    }
  })

  it('add nothing when they import the same again', async () => {
    const merged = await openBundle(await mergeInOrder([0, 1, 2]))
    expect(await tallyMerge(merged, merged)).toEqual({ added: 0, updated: 0, conflicts: 0 })
  })

  it('see where they differ', async () => {
    const [a, b] = notebooks as [BundleSource, BundleSource]
    const tally = await tallyMerge(a, b)
    expect(tally.conflicts).toBeGreaterThan(0)
    expect(tally.updated).toBeGreaterThanOrEqual(tally.conflicts)
  })
})
