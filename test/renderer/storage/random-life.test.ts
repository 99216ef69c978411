import 'fake-indexeddb/auto'
import type { Notebook } from '@renderer/storage/notebook'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create, type Edit, edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import type { RecordHistory, Transaction } from '@shared/changes/transaction'
import { historiesOf } from '@shared/notebook/entry'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, type Replica } from '../../shared/changes/random-histories'
import { allOf, freshName, open } from './notebooks'

const RUNS = Number(process.env.FLORILEGIUM_LIFE_RUNS ?? 40)
const PEOPLE = 3
const RECORDS = 3

const who = fc.nat(PEOPLE - 1)
const record = fc.nat(RECORDS - 1)
const label = fc.nat(3)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), who, record, label }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('delete', 'restore'), who, record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('burst' as const), who, record }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, from: who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('reopen', 'lose the store', 'lose the journal'), who }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const lives = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }),
  /** By how many milliseconds each one's clock is wrong. */
  skews: fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: PEOPLE, maxLength: PEOPLE }),
})

const idOf = (number: number): Id => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** One person's notebook, and beside it nothing but the set of changes that it must consist of. */
class Life {
  notebook!: Notebook
  model: Replica = new Map()
  readonly #name = freshName()
  readonly #now: () => number
  #files = new MemoryJournalFiles()
  #hasMerged = false

  constructor(now: () => number) {
    this.#now = now
  }

  async open(): Promise<this> {
    this.notebook = await open(this.#name, fakeHost(this.#files), { now: this.#now })
    return this
  }

  async reopen(lost?: 'store' | 'journal'): Promise<void> {
    const undo = this.notebook.undoState.get()
    await this.notebook.close()
    if (lost === 'store') await Dexie.delete(this.#name)
    if (lost === 'journal') this.#files = new MemoryJournalFiles()
    await this.open()
    // What others changed since can leave nothing of a step to take back; that is found out again.
    if (!this.#hasMerged) expect(this.notebook.undoState.get()).toEqual(undo)
  }

  /** Makes a change in the notebook, and in the model what it says that it made. */
  async make(made: Promise<Result<Transaction | null>>): Promise<void> {
    const done = await made
    if (!done.ok) throw new Error(done.error.message)
    if (!done.value) return
    const added = historiesOf({ kind: 'transaction', transaction: done.value })
    this.model = merge(this.model, new Map(added.map((history) => [history.id, history])))
  }

  async absorb(from: Life): Promise<void> {
    const report = await this.notebook.absorb({ histories: await allOf(from.notebook), notes: [] })
    if (!report.ok) throw new Error(report.error.message)
    this.model = merge(this.model, from.model)
    this.#hasMerged = true
  }

  /** The wish to change a tag, or to make it first. */
  change(number: number, set: { readonly label?: string; readonly deleted?: boolean }): Edit {
    const id = idOf(number)
    if (this.notebook.view.get(id)) return edit('tag', id, set)
    return create('tag', id, { label: set.label ?? 'new', parentId: null, color: null, mergedInto: null })
  }

  async check(): Promise<void> {
    const expected = [...this.model.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(plain(await allOf(this.notebook))).toEqual(plain(expected))
    for (const history of expected)
      expect(plain(this.notebook.view.get(history.id))).toEqual(plain(foldRecord(history)))
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

async function live(life: Life, did: Step, all: readonly Life[]): Promise<void> {
  switch (did.do) {
    case 'edit':
      return life.make(
        life.notebook.commit('edit', [life.change(did.record, { label: `label ${did.label}` })]),
      )
    case 'delete':
    case 'restore':
      if (did.do === 'restore' && !life.notebook.view.get(idOf(did.record))?.fields.deleted) return
      return life.make(
        life.notebook.commit(did.do, [life.change(did.record, { deleted: did.do === 'delete' })]),
      )
    case 'burst': {
      // As when somebody types: nobody waits for the one before.
      await life.make(life.notebook.commit('create', [life.change(did.record, { label: 'new' })]))
      const burst = ['one', 'two', 'three'].map((word) =>
        life.make(life.notebook.commit('edit', [life.change(did.record, { label: word })])),
      )
      await Promise.all(burst)
      return
    }
    case 'undo':
      return life.make(life.notebook.undo())
    case 'redo':
      return life.make(life.notebook.redo())
    case 'merge':
      return life.absorb(all[did.from] as Life)
    case 'reopen':
      return life.reopen()
    case 'lose the store':
      return life.reopen('store')
    case 'lose the journal':
      return life.reopen('journal')
  }
}

async function withLives<T>(skews: readonly number[], work: (lives: readonly Life[]) => Promise<T>) {
  const time = { now: Date.UTC(2026, 0, 1) }
  const lived = await Promise.all(skews.map((skew) => new Life(() => time.now + skew).open()))
  try {
    return await work(lived)
  } finally {
    await Promise.all(lived.map(({ notebook }) => notebook.close()))
  }
}

describe('notebooks that are edited, undone, merged, reopened and bereft at random', {
  timeout: 600_000,
}, () => {
  it('consist of exactly the changes that were made, and show what these come to', async () => {
    await fc.assert(
      fc.asyncProperty(lives, ({ steps, skews }) =>
        withLives(skews, async (lived) => {
          for (const did of steps) {
            const life = lived[did.who] as Life
            await live(life, did, lived)
            await life.check()
          }
        }),
      ),
      { numRuns: RUNS },
    )
  })

  it('are one notebook when each has merged the others, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(lives, ({ steps, skews }) =>
        withLives(skews, async (lived) => {
          for (const did of steps) await live(lived[did.who] as Life, did, lived)
          const before: RecordHistory[][] = await Promise.all(lived.map(({ notebook }) => allOf(notebook)))
          for (const [index, { notebook }] of lived.entries())
            for (let turn = 1; turn < PEOPLE; turn += 1) {
              // The first takes from left to right, the second from right to left.
              const from = (index + (index === 1 ? PEOPLE - turn : turn)) % PEOPLE
              await notebook.absorb({ histories: before[from] as RecordHistory[], notes: [] })
            }
          const [first, ...others] = await Promise.all(lived.map(({ notebook }) => allOf(notebook)))
          for (const other of others) expect(plain(other)).toEqual(plain(first))
          for (const { id } of first as RecordHistory[])
            for (const { notebook } of lived)
              expect(plain(notebook.view.get(id))).toEqual(plain(lived[0]?.notebook.view.get(id)))
        }),
      ),
      { numRuns: RUNS },
    )
  })
})
