import 'fake-indexeddb/auto'
import { NotebookDatabase } from '@renderer/storage/database'
import type { Notebook } from '@renderer/storage/notebook'
import { isMade } from '@renderer/storage/notebook'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { type Edit, edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import type { Transaction } from '@shared/changes/transaction'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

const RUNS = Number(process.env.FLORILEGIUM_LIFE_RUNS ?? 30)
const WINDOWS = 2
const RECORDS = 2

const at = fc.nat(WINDOWS - 1)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at,
      record: fc.nat(RECORDS - 1),
      /** Whether the next step waits until this one is answered. */
      isWaitedFor: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo'), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('fill the disk', 'make space', 'spoil the store') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('flush', 'reopen'), at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('tear the journal', 'flip a bit', 'lose the journal', 'lose the store'),
      /** Where, as a share of the file. */
      place: fc.double({ min: 0, max: 0.999, noNaN: true }),
      by: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move the clock' as const),
      by: fc.integer({ min: -9_000, max: 9_000 }),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const idOf = (number: number): Id => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** One notebook in several windows, whose store and journal fail now and then. */
class Faulty {
  readonly acknowledged: Transaction[] = []
  readonly #name = freshName()
  readonly #beginWriting = vi.spyOn(NotebookDatabase.prototype, 'beginWriting')
  readonly #windows: Notebook[] = []
  readonly #files = new MemoryJournalFiles()
  #host = fakeHost(this.#files)
  #answers: Promise<unknown>[] = []
  #labels = 0
  #time = Date.UTC(2026, 0, 1)

  async open(): Promise<this> {
    while (this.#windows.length < WINDOWS) this.#windows.push(await this.#openOne())
    return this
  }

  async close(): Promise<void> {
    await Promise.all(this.#windows.splice(0).map((window) => window.close()))
    await Promise.all(this.#answers)
  }

  async do(did: Step): Promise<void> {
    switch (did.do) {
      case 'edit': {
        const answered = this.#make(this.#at(did.at).commit('edit', [this.#wish(did.at, did.record)]))
        return did.isWaitedFor ? answered : undefined
      }
      case 'undo':
        return this.#make(this.#at(did.at).undo())
      case 'redo':
        return this.#make(this.#at(did.at).redo())
      case 'fill the disk':
        this.#files.space = 0
        return
      case 'make space':
        this.#files.space = Number.POSITIVE_INFINITY
        return
      case 'spoil the store':
        this.#beginWriting.mockRejectedValueOnce(new DOMException('No space.', 'QuotaExceededError'))
        return
      case 'flush':
        return this.#at(did.at).flush()
      case 'reopen':
        await this.#at(did.at).close()
        this.#windows[did.at] = await this.#openOne()
        return
      case 'move the clock':
        this.#time += did.by
        return
      default:
        return this.#damage(did)
    }
  }

  /** All is well again: everything that was acknowledged is in the notebook, and in its journal alone. */
  async check(): Promise<void> {
    await this.#settle()
    // A window hears a little later of what another one wrote.
    for (const window of this.#windows) await vi.waitFor(() => this.#checkWindow(window), 5_000)
    await vi.waitFor(async () => {
      const [one, two] = await Promise.all(this.#windows.map(allOf))
      expect(plain(two)).toEqual(plain(one))
    }, 5_000)
    const all = plain(await allOf(this.#at(0)))
    await this.close()
    await Dexie.delete(this.#name)
    await this.open()
    await this.#checkWindow(this.#at(0))
    expect(plain(await allOf(this.#at(0)))).toEqual(all)
    this.#beginWriting.mockRestore()
  }

  async #settle(): Promise<void> {
    this.#files.space = Number.POSITIVE_INFINITY
    this.#beginWriting.mockReset()
    await Promise.all(this.#answers)
    // The second time round every window has seen what the others wrote last.
    for (const window of [...this.#windows, ...this.#windows])
      await vi.waitFor(async () => {
        await window.flush()
        expect(window.saveState.get().state).toBe('saved')
      }, 5_000)
  }

  async #checkWindow(window: Notebook): Promise<void> {
    const all = new Map((await allOf(window)).map((history) => [history.id, history]))
    for (const { stamp, changes } of this.acknowledged)
      for (const { record } of changes)
        expect(all.get(record)?.changes.map((change) => change.stamp)).toContain(stamp)
    for (const [id, history] of all) expect(plain(window.view.get(id))).toEqual(plain(foldRecord(history)))
  }

  #openOne(): Promise<Notebook> {
    return open(this.#name, this.#host, { now: () => this.#time })
  }

  #at(number: number): Notebook {
    return this.#windows[number] as Notebook
  }

  #wish(window: number, record: number): Edit {
    this.#labels += 1
    const label = `label ${this.#labels}`
    const id = idOf(record)
    return this.#at(window).view.get(id) ? edit('tag', id, { label }) : newTag(label, id)
  }

  async #make(answer: Promise<Result<Transaction | null>>): Promise<void> {
    const answered = answer.then((made) => {
      if (made.ok && made.value) this.acknowledged.push(made.value)
      expect(isMade(made)).toBe(true)
    })
    this.#answers.push(answered)
    await answered
  }

  /** Only between two openings, and only of one of the two places while the other is whole. */
  async #damage(did: { readonly do: string; readonly place: number; readonly by: number }): Promise<void> {
    await this.#settle()
    await this.close()
    // Only entries: a flipped bit inside a snapshot shows when it is read, for want of the store.
    const segments = [...this.#files.files.keys()].filter((name) => name.startsWith('entries'))
    const file = segments[Math.floor(did.place * segments.length)]
    if (did.do === 'lose the store') await Dexie.delete(this.#name)
    else if (did.do === 'lose the journal') this.#files.files.clear()
    else if (file !== undefined)
      this.#files.spoil(file, (bytes) => {
        if (did.do === 'tear the journal') return bytes.slice(0, Math.max(0, bytes.length - did.by))
        if (bytes.length > 0) bytes[Math.floor(did.place * bytes.length)]! ^= 1 << (did.by % 8)
        return bytes
      })
    // Another program's journal object would know nothing of this one's.
    this.#host = fakeHost(this.#files)
    await this.open()
    await this.#settle()
  }
}

describe('a notebook in two windows whose store and journal fail, are torn and lost at random', {
  timeout: 600_000,
}, () => {
  it('has everything that was acknowledged, and so has its journal alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20, size: 'max' }), async (steps) => {
        const faulty = await new Faulty().open()
        try {
          for (const did of steps) await faulty.do(did)
          await faulty.check()
        } finally {
          vi.restoreAllMocks()
          await faulty.close()
        }
      }),
      { numRuns: RUNS },
    )
  })
})
