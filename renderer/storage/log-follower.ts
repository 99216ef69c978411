import { openChannel } from '@renderer/windows/channel'
import type { Clock } from '@shared/base/clock'
import type { RecordHistory } from '@shared/changes/transaction'
import type { AnyRecord } from '@shared/domain/kinds'
import { type Entry, historiesOf, latestStamp } from '@shared/notebook/entry'
import { isUnasked } from '@shared/notebook/undo-stacks'
import { findCrossed } from './crossed-edits'
import type { NotebookDatabase } from './database'
import type { LogReader } from './log-reader'
import { type NotebookState, unite } from './notebook-state'
import type { LogRow } from './rows'
import type { UndoLog } from './undo-log'

/** Follows the end of the log: what another window wrote appears here. */
export class LogFollower {
  /** Told of records that this window and another one changed without knowing of each other. */
  onCrossed: (records: readonly AnyRecord[]) => void = () => undefined
  /** The last entry that this window knows of, its own included. */
  lastSeq: number
  readonly #database: NotebookDatabase
  readonly #reader: LogReader
  readonly #state: NotebookState
  readonly #undoLog: UndoLog
  readonly #clock: Clock
  /** Between the windows of the notebook: the number of the last entry that one of them wrote. */
  #channel: BroadcastChannel | null = null
  #isAnnouncing = false

  constructor(
    lastSeq: number,
    parts: {
      readonly database: NotebookDatabase
      readonly reader: LogReader
      readonly state: NotebookState
      readonly undoLog: UndoLog
      readonly clock: Clock
    },
  ) {
    this.lastSeq = lastSeq
    this.#database = parts.database
    this.#reader = parts.reader
    this.#state = parts.state
    this.#undoLog = parts.undoLog
    this.#clock = parts.clock
  }

  /** Listens for other windows' entries until stopped. */
  start(): void {
    this.#channel = openChannel<number>(`${this.#database.name}-log`, (last) => {
      // What fails here is tried again by the next write, which says what is wrong.
      if (last > this.lastSeq) this.catchUp().catch(() => undefined)
    })
  }

  stop(): void {
    // What was written last is told before this window goes: nobody asks for it else.
    if (this.#isAnnouncing) this.#channel?.postMessage(this.lastSeq)
    this.#channel?.close()
    this.#channel = null
  }

  /** Tells the other windows that this one has written, as soon as whoever waits for the write has been answered. */
  announce(): void {
    if (this.#isAnnouncing) return
    this.#isAnnouncing = true
    setTimeout(() => {
      this.#isAnnouncing = false
      this.#channel?.postMessage(this.lastSeq)
    }, 0)
  }

  /** Takes in entries that are not known here yet; rejects when the store cannot be read. */
  async catchUp(): Promise<void> {
    if ((await readLastSeq(this.#database)) <= this.lastSeq) return
    await this.#state.turns.run(async () => {
      const rows = await this.#database.log.where('seq').above(this.lastSeq).toArray()
      if (rows.length > 0) await this.#takeIn(rows)
    })
  }

  /** Counts entries up to `last`, which this window is about to write, as known; the answer takes that back. */
  passOver(last: number): () => void {
    const before = this.lastSeq
    this.lastSeq = Math.max(before, last)
    return () => {
      this.lastSeq = before
    }
  }

  async #takeIn(rows: readonly LogRow[]): Promise<void> {
    const entries = await this.#reader.entries(rows)
    const histories = entries.flatMap(historiesOf)
    const states = await this.#state.statesAfter(histories)
    const crossed = findCrossed(this.#state.memory, this.#clock.contributor, this.#unknown(entries))
    for (const [index, entry] of entries.entries()) {
      const { seq, head } = rows[index] as LogRow
      for (const { id } of historiesOf(entry)) this.#state.touches.add(id, seq)
      this.#clock.observe(latestStamp(entry))
      for (const transaction of this.#state.unsaved)
        if (transaction.stamp === head.stamp) this.#state.unsaved.delete(transaction)
    }
    this.lastSeq = Math.max(this.lastSeq, rows.at(-1)?.seq ?? 0)
    this.#undoLog.followRows(rows)
    this.#state.memory.put(states)
    if (crossed.length > 0) this.onCrossed(crossed)
  }

  /** What single changes in the entries do, without those that this window made and those that nobody asked for. */
  #unknown(entries: readonly Entry[]): RecordHistory[] {
    const own = new Set([...this.#state.unsaved].map(({ stamp }) => stamp))
    const single = entries.flatMap((entry) => {
      if (entry.kind !== 'transaction') return []
      const { transaction } = entry
      return own.has(transaction.stamp) || isUnasked(transaction) ? [] : historiesOf(entry)
    })
    return [...unite(single)]
  }
}

/** Number of the log's last entry; 0 when there is none. */
export async function readLastSeq(database: NotebookDatabase): Promise<number> {
  const [last = 0] = await database.log.orderBy('seq').reverse().limit(1).primaryKeys()
  return last
}
