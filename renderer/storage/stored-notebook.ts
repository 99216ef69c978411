import type { Clock, Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { fail, ok, type Result } from '@shared/base/result'
import { compose, type Edit } from '@shared/changes/compose'
import type { RecordHistory, Transaction } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import { historiesOf } from '@shared/notebook/entry'
import type { Step } from '@shared/notebook/undo-stacks'
import { absorb } from './absorb'
import type { NotebookDatabase } from './database'
import type { JournalLink } from './journal-link'
import type { StoredSettings } from './local-settings'
import type { LogFollower } from './log-follower'
import type { LogReader } from './log-reader'
import type { Absorbed, AbsorbReport, Notebook, Observable, Progress, SaveState, UndoState } from './notebook'
import type { NotebookState } from './notebook-state'
import { findTransactionFault, withOwnRecord } from './own-change'
import { readBlocks, readHistories, readNotes } from './read-notebook'
import type { Saver } from './saver'
import { editsThatUndo } from './undo-edits'
import type { UndoLog } from './undo-log'

/** The parts of an open notebook. */
export interface NotebookParts {
  readonly database: NotebookDatabase
  readonly clock: Clock
  readonly state: NotebookState
  readonly reader: LogReader
  readonly follower: LogFollower
  readonly journal: JournalLink
  readonly saver: Saver
  readonly undoLog: UndoLog
  readonly settings: StoredSettings
  readonly notices: Observable<readonly string[]>
  /** The name that the contributor's own record gets when it is made. */
  readonly contributorName: string
  /** Lets go of what belongs to this window alone. */
  readonly release: () => Promise<void>
}

type Made = { readonly transaction: Transaction; readonly saved: Promise<Result<null>> } | null

/** The notebook over its store and journal: every change of this window goes through `#change`. */
export class StoredNotebook implements Notebook {
  readonly view: NotebookState['memory']
  readonly contributor: Id
  readonly saveState: Observable<SaveState>
  readonly undoState: Observable<UndoState>
  readonly notices: Observable<readonly string[]>
  readonly local: StoredSettings
  readonly #parts: NotebookParts

  constructor(parts: NotebookParts) {
    this.#parts = parts
    this.view = parts.state.memory
    this.contributor = parts.clock.contributor
    this.saveState = parts.saver.status.state
    this.undoState = parts.undoLog.state
    this.notices = parts.notices
    this.local = parts.settings
  }

  async commit(intent: string, edits: readonly Edit[]): Promise<Result<Transaction | null>> {
    const made = await this.#change(async () => this.#make(intent, edits))
    if (!made.ok || made.value) return made
    // What is wished is there already, but perhaps in memory alone.
    const failure = await this.#parts.saver.whyUnsafe()
    return failure ? { ok: false, error: failure } : made
  }

  undo(): Promise<Result<Transaction | null>> {
    return this.#change(() => this.#makeUndo(this.#parts.undoLog.nextUndo))
  }

  redo(): Promise<Result<Transaction | null>> {
    return this.#change(() => this.#makeUndo(this.#parts.undoLog.nextRedo))
  }

  absorb(incoming: Absorbed, progress?: Progress, signal?: AbortSignal): Promise<Result<AbsorbReport>> {
    return absorb(this.#parts, incoming, progress, signal)
  }

  stamp(): Stamp {
    return this.#parts.clock.tick()
  }

  async history(record: Id): Promise<RecordHistory | undefined> {
    return (await this.#parts.state.histories([record])).get(record)
  }

  histories(records?: ReadonlySet<Id>): AsyncIterable<RecordHistory> {
    return readHistories(this.#parts.state, records)
  }

  transactionNotes() {
    return readNotes(this.#parts.database, this.#parts.reader, this.#parts.state)
  }

  blocksOf(versionId: Id) {
    return readBlocks(this.#parts.state, versionId)
  }

  async flush(): Promise<void> {
    await this.#parts.state.turns.run(async () => undefined)
    await Promise.all([this.#parts.saver.flush(), this.local.flush()])
  }

  async close(): Promise<void> {
    await this.flush()
    this.#parts.follower.stop()
    this.#parts.saver.close()
    this.#parts.database.close()
    await this.#parts.release()
  }

  /** Makes a change in its turn, then waits, with the next one's turn already come, until it is safe. */
  async #change(make: () => Promise<Result<Made>>): Promise<Result<Transaction | null>> {
    const made = await this.#parts.state.turns.run(make)
    if (!made.ok) return made
    if (!made.value) return ok(null)
    const saved = await made.value.saved
    return saved.ok ? ok(made.value.transaction) : saved
  }

  async #makeUndo(step: Step | undefined): Promise<Result<Made>> {
    if (!step) return ok(null)
    const made = await this.#make(step.intent, await editsThatUndo(this.#parts, step), step)
    // Everything it did was changed again since: there is nothing left to take back.
    if (made.ok && !made.value) this.#parts.undoLog.drop(step)
    return made
  }

  async #make(intent: string, edits: readonly Edit[], undone?: Step): Promise<Result<Made>> {
    const { state, clock, undoLog, saver } = this.#parts
    const find = (id: Id) => state.memory.get(id) as RecordState | undefined
    const transaction = compose(clock, intent, withOwnRecord(this.#parts, edits, find), find, undone?.stamp)
    if (!transaction) return ok(null)
    const fault = findTransactionFault(transaction, find)
    if (fault) return fail('transaction-invalid', `This change cannot be kept: ${fault}.`)
    const states = await state.statesAfter(historiesOf({ kind: 'transaction', transaction }))
    const saved = saver.save(transaction)
    undoLog.followStep(transaction)
    state.memory.put(states)
    return ok({ transaction, saved })
  }
}
