import type { TakingTurns } from '@renderer/windows/taking-turns'
import { type Failure, ok, type Result } from '@shared/base/result'
import type { Transaction } from '@shared/changes/transaction'
import { type Batch, batchOf, writeBatch } from './batch'
import type { NotebookDatabase } from './database'
import { isOutOfStep, type JournalLink } from './journal-link'
import type { LogFollower } from './log-follower'
import type { NotebookState } from './notebook-state'
import {
  explainApart,
  explainEmptied,
  explainJournalFailure,
  explainStoreFailure,
  SaveStatus,
} from './save-status'
import type { UndoLog } from './undo-log'

const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000

/** What the saver works on. */
export interface SaverParts {
  readonly database: NotebookDatabase
  readonly state: NotebookState
  /** Held while this window writes, and kept until another window wants to. */
  readonly turns: TakingTurns
  readonly journal: JournalLink
  readonly follower: LogFollower
  readonly undoLog: UndoLog
  readonly now: () => number
  /** Called after everything was saved. */
  readonly onSaved: () => void
  /** Brings store and journal together again when they turn out to differ. */
  readonly reconcile: () => Promise<Result<null>>
}

interface Waiting {
  readonly transaction: Transaction
  readonly answer: (result: Result<null>) => void
}

/**
 * Writes transactions to the store and to the journal, and knows when they are safe. What comes while the disk
 * is busy is written together; what fails stays waiting and is tried again.
 */
export class Saver {
  readonly status = new SaveStatus()
  readonly #parts: SaverParts
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null
  #failures = 0
  #lastFailure: Failure | null = null
  /** The number that the first waiting transaction has in the journal, when the store failed to take it. */
  #journaledFrom: number | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #closed = false

  constructor(parts: SaverParts) {
    this.#parts = parts
  }

  /** Takes a transaction that memory already shows; resolves when it is safe, or with why it is not yet. */
  save(transaction: Transaction): Promise<Result<null>> {
    this.#parts.state.unsaved.add(transaction)
    this.status.saving()
    return new Promise((answer) => {
      this.#waiting.push({ transaction, answer })
      this.#start()
    })
  }

  /** Runs work while no other window writes, after everything written so far is known here. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#parts.turns.run(work)
  }

  /** Resolves when nothing waits any more, or when the last attempt failed. */
  async flush(): Promise<void> {
    this.#start()
    while (this.#running) await this.#running
  }

  /** Tries again what waits; null when all that was made so far is safe, or why it is not yet. */
  async whyUnsafe(): Promise<Failure | null> {
    await this.flush()
    return this.#hasWork ? this.#lastFailure : null
  }

  /** Takes note that a write which went past it was given up, with nothing written. */
  reportGivenUp(): void {
    if (!this.#hasWork) this.status.settled()
  }

  /** Takes note of how a write that went past it ended: null when it is safe. */
  report(failure: Failure | null): void {
    if (failure) this.#giveUpForNow(failure)
    else if (!this.#hasWork) {
      this.status.saved(this.#parts.now())
      this.#parts.onSaved()
    }
  }

  close(): void {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  get #hasWork(): boolean {
    return this.#waiting.length > 0 || this.#parts.journal.isBehind
  }

  #start(): void {
    if (this.#running || this.#closed || !this.#hasWork) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#running = this.#run().finally(() => {
      this.#running = null
      // What came in after the last look.
      if (this.#failures === 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    while (this.#hasWork) {
      const failure = await this.#attempt()
      if (failure) return this.#giveUpForNow(failure)
      this.#failures = 0
    }
  }

  async #attempt(): Promise<Failure | null> {
    try {
      return await this.exclusively(() => this.writeWaiting())
    } catch (error) {
      return this.#explain(error)
    }
  }

  #explain(error: unknown): Failure {
    const { database, journal } = this.#parts
    return database.isEmptied ? explainEmptied(journal.host !== null) : explainStoreFailure(error)
  }

  #giveUpForNow(failure: Failure): void {
    this.status.failing(failure, this.#waiting.length + this.#parts.journal.waiting.length)
    for (const { answer } of this.#waiting) answer({ ok: false, error: failure })
    this.#failures += 1
    this.#lastFailure = failure
    const delay = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (this.#failures - 1))
    this.#timer = setTimeout(() => this.#start(), delay)
  }

  /** Writes all that waits; the caller holds the lock. Null when it is safe. */
  async writeWaiting(): Promise<Failure | null> {
    const { state, journal, follower } = this.#parts
    const isAnythingNew = this.#hasWork
    this.#answerFollowed()
    // Taken in one step: the states written are exactly those that these transactions lead to.
    const taken = this.#waiting
    const transactions = taken.map(({ transaction }) => transaction)
    const firstSeq = this.#firstSeq()
    const batch = batchOf(transactions, firstSeq, state)
    this.#waiting = []
    const journaled = journal.append(batch.entries)
    const storeFailure = taken.length > 0 ? await this.#writeStore(batch) : null
    if (storeFailure) {
      await journaled
      journal.forget(firstSeq)
      this.#journaledFrom = firstSeq
      this.#waiting = [...taken, ...this.#waiting]
      return storeFailure
    }
    this.#journaledFrom = null
    const journalFailure = await this.#settleJournal(await journaled)
    // Answered first: what follows takes its time.
    for (const { answer } of taken) answer(journalFailure ? { ok: false, error: journalFailure } : ok(null))
    if (journalFailure) this.status.failing(journalFailure, journal.waiting.length)
    else if (!this.#hasWork) isAnythingNew ? this.status.saved(this.#parts.now()) : this.status.settled()
    follower.announce()
    if (!journalFailure) this.#parts.onSaved()
    return journalFailure
  }

  /** A retry takes the numbers it had, which the journal accepts again with the same lines. */
  #firstSeq(): number {
    const { follower, journal } = this.#parts
    if (this.#journaledFrom !== null && follower.lastSeq < this.#journaledFrom) return this.#journaledFrom
    return Math.max(follower.lastSeq, journal.lastSeq) + 1
  }

  async #writeStore(batch: Batch): Promise<Failure | null> {
    const { database, state, follower, undoLog } = this.#parts
    const last = batch.log.at(-1)?.seq ?? follower.lastSeq
    const release = follower.passOver(last)
    try {
      await writeBatch(database, batch)
    } catch (error) {
      release()
      return this.#explain(error)
    }
    for (const { id, seqs } of batch.recent) state.touches.set(id, seqs)
    for (const { seq, head } of batch.log) undoLog.place(head.stamp, seq, seq)
    const stamps = new Set(batch.log.map(({ head }) => head.stamp))
    for (const transaction of state.unsaved)
      if (stamps.has(transaction.stamp)) state.unsaved.delete(transaction)
    return null
  }

  /** Waiting transactions that another window wrote for us, out of the journal, are safe already. */
  #answerFollowed(): void {
    const { unsaved } = this.#parts.state
    for (const { transaction, answer } of this.#waiting) if (!unsaved.has(transaction)) answer(ok(null))
    this.#waiting = this.#waiting.filter(({ transaction }) => unsaved.has(transaction))
  }

  async #settleJournal(result: Result<null>): Promise<Failure | null> {
    if (result.ok) return null
    if (!isOutOfStep(result.error)) return explainJournalFailure(result.error)
    try {
      const reconciled = await this.#parts.reconcile()
      return reconciled.ok ? null : explainJournalFailure(reconciled.error)
    } catch (error) {
      return explainJournalFailure(explainApart(error))
    }
  }
}
