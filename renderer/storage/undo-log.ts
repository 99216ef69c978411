import { contributorOf, type Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { followStep, NO_STEPS, type Step, type UndoStacks } from '@shared/notebook/undo-stacks'
import type { NotebookDatabase } from './database'
import type { UndoState } from './notebook'
import { createObservable } from './observable'
import type { EntryHead, LogRow } from './rows'

/** Entries of the log that are looked at for steps to undo when a notebook opens. */
const STEPS_LOADED = 2500

/** The user's own steps, as the log tells them: what undo takes back next, also after a restart. */
export class UndoLog {
  readonly state = createObservable<UndoState>({ undo: null, redo: null })
  readonly #contributor: Id
  readonly #rows = new Map<Stamp, { readonly first: number; readonly last: number }>()
  /** Steps that were taken in: one of this window can come again in the log, where another one wrote it for us. */
  readonly #followed = new Set<Stamp>()
  #stacks: UndoStacks = NO_STEPS

  constructor(contributor: Id) {
    this.#contributor = contributor
  }

  get nextUndo(): Step | undefined {
    return this.#stacks.undo.at(-1)
  }

  get nextRedo(): Step | undefined {
    return this.#stacks.redo.at(-1)
  }

  /** The rows that hold a step's entry, once it is in the store. */
  rowsOf(stamp: Stamp): { readonly first: number; readonly last: number } | undefined {
    return this.#rows.get(stamp)
  }

  /**
   * Takes in the end of the log; gives the largest stamp there, null when there is none. That of a merge is in no
   * record, and whoever ticks anew must not come upon it again.
   */
  async load(database: NotebookDatabase, lastSeq: number): Promise<Stamp | null> {
    const rows = await database.log
      .where('seq')
      .above(lastSeq - STEPS_LOADED)
      .toArray()
    for (const row of rows) this.#follow(row)
    this.#announce()
    return rows.reduce<Stamp | null>(
      (latest, { head }) => (latest === null || head.stamp > latest ? head.stamp : latest),
      null,
    )
  }

  /** Takes in rows of the log that another window wrote. */
  followRows(rows: readonly LogRow[]): void {
    for (const row of rows) this.#follow(row)
    this.#announce()
  }

  /** Takes in a step of this window, whose rows come later. */
  followStep(step: Step): void {
    this.#take(step)
    this.#announce()
  }

  /** Takes note of the rows that a step of this window was written to. */
  place(stamp: Stamp, first: number, last: number): void {
    this.#rows.set(stamp, { first, last })
  }

  /** Passes over a step that nothing is left of to take back. */
  drop(step: Step): void {
    const without = (steps: readonly Step[]) => steps.filter(({ stamp }) => stamp !== step.stamp)
    this.#stacks = { undo: without(this.#stacks.undo), redo: without(this.#stacks.redo) }
    this.#announce()
  }

  #follow({ seq, head }: LogRow): void {
    if (contributorOf(head.stamp) !== this.#contributor) return
    if (head.absorbed && !(head.absorbed.last && head.absorbed.changed)) return
    this.#rows.set(head.stamp, { first: head.absorbed?.first ?? seq, last: seq })
    this.#take(stepOf(head))
  }

  #take(step: Step): void {
    if (this.#followed.has(step.stamp)) return
    this.#followed.add(step.stamp)
    this.#stacks = followStep(this.#stacks, step)
  }

  #announce(): void {
    this.state.set({ undo: this.nextUndo?.intent ?? null, redo: this.nextRedo?.intent ?? null })
  }
}

function stepOf({ stamp, intent, undoes }: EntryHead): Step {
  return { stamp, intent, ...(undoes ? { undoes } : {}) }
}
