import type { Id } from '@shared/base/ids'
import { applyChange } from '@shared/changes/apply'
import { foldRecord, sortChanges } from '@shared/changes/fold'
import { mergeHistories } from '@shared/changes/merge'
import type { RecordHistory, StampedChange, Transaction } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import { WorkQueue } from '@shared/journal/work-queue'
import { historiesOf } from '@shared/notebook/entry'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { mapInSlices } from './give-way'
import type { LogReader } from './log-reader'
import { withoutText } from './packs'
import { Touches } from './touches'

/**
 * What this window knows of the notebook: the present state of every record, and where its changes stand in
 * the log. It runs ahead of the disk by the transactions in `unsaved`. Whoever changes it does so in `turns`.
 */
export class NotebookState {
  readonly memory = new NotebookMemory()
  readonly touches = new Touches()
  readonly turns = new WorkQueue()
  /** Transactions that are in memory, but not in the store yet. */
  readonly unsaved = new Set<Transaction>()
  readonly #reader: LogReader

  constructor(reader: LogReader) {
    this.#reader = reader
  }

  /** All changes of each record, on disk or not yet; records without any are left out. */
  async histories(ids: Iterable<Id>): Promise<Map<Id, RecordHistory>> {
    const wanted = new Map([...ids].map((id) => [id, this.touches.get(id)]))
    const found = await this.#reader.histories(wanted)
    const unsaved = new Map<Id, RecordHistory[]>()
    for (const added of this.#unsavedHistories())
      if (wanted.has(added.id)) unsaved.set(added.id, [...(unsaved.get(added.id) ?? []), added])
    for (const [id, added] of unsaved) found.set(id, uniteChanges(added, found.get(id)?.changes ?? []))
    return found
  }

  *#unsavedHistories(): Iterable<RecordHistory> {
    for (const transaction of this.unsaved) yield* historiesOf({ kind: 'transaction', transaction })
  }

  /** The states that records have once these changes are added; changes that are known already change nothing. */
  async statesAfter(added: Iterable<RecordHistory>): Promise<RecordState[]> {
    const states: RecordState[] = []
    const unclear: RecordHistory[] = []
    await mapInSlices(unite(added), (history) => {
      const state = followChanges(this.memory.get(history.id) as RecordState | undefined, history)
      if (state) states.push(withoutText(state))
      else unclear.push(history)
    })
    return unclear.length === 0 ? states : [...states, ...(await this.#foldWith(unclear))]
  }

  async #foldWith(added: readonly RecordHistory[]): Promise<RecordState[]> {
    const known = await this.histories(added.map(({ id }) => id))
    return mapInSlices(added, (history) => {
      const ours = known.get(history.id)
      return withoutText(foldRecord(ours ? mergeHistories(ours, history) : history))
    })
  }
}

/** One history of some histories of one record and further changes. */
function uniteChanges(parts: readonly RecordHistory[], others: readonly StampedChange[]): RecordHistory {
  const { id, kind } = parts[0] as RecordHistory
  return { id, kind, changes: sortChanges([...others, ...parts.flatMap(({ changes }) => changes)]) }
}

/** One history for each record. */
export function unite(added: Iterable<RecordHistory>): Iterable<RecordHistory> {
  const united = new Map<Id, RecordHistory>()
  for (const history of added) {
    const earlier = united.get(history.id)
    united.set(history.id, earlier ? mergeHistories(earlier, history) : history)
  }
  return united.values()
}

/** The state after changes that are plain next steps; null where only the whole history can tell. */
function followChanges(
  before: RecordState | undefined,
  { id, kind, changes }: RecordHistory,
): RecordState | null {
  let state = before
  for (const { stamp, set, was } of changes.length > 1 ? sortChanges(changes) : changes) {
    const next = applyChange(state, { record: id, kind, set, ...(was ? { was } : {}) }, stamp)
    if (!next) return null
    state = next
  }
  return state ?? null
}
