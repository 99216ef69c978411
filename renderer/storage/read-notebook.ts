import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { Block } from '@shared/domain/block'
import { noteOf, notesOf } from '@shared/notebook/entry'
import type { NotebookDatabase } from './database'
import type { LogReader } from './log-reader'
import type { NotebookState } from './notebook-state'

/** Histories read at a time. */
const AT_ONCE = 500

/** Whole histories in order of id, of the given records or of all. */
export async function* readHistories(
  state: NotebookState,
  records?: ReadonlySet<Id>,
): AsyncIterable<RecordHistory> {
  const ids = records ? [...records] : [...state.memory.ids()]
  ids.sort()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const run = ids.slice(start, start + AT_ONCE)
    const histories = await state.histories(run)
    for (const id of run) {
      const history = histories.get(id)
      if (history) yield history
    }
  }
}

/** What is known of all transactions, sorted by stamp, each once. */
export async function* readNotes(
  database: NotebookDatabase,
  reader: LogReader,
  state: NotebookState,
): AsyncIterable<TransactionNote> {
  const notes = new Map<Stamp, TransactionNote>()
  for (const transaction of state.unsaved) notes.set(transaction.stamp, noteOf(transaction))
  const rows = await database.log.toArray()
  for (const row of rows) {
    if (!row.head.absorbed) notes.set(row.head.stamp, noteOf(row.head))
    if (!row.head.absorbed?.notes) continue
    for (const entry of await reader.entries([row]))
      for (const note of notesOf(entry)) if (!notes.has(note.stamp)) notes.set(note.stamp, note)
  }
  for (const stamp of [...notes.keys()].sort()) yield notes.get(stamp) as TransactionNote
}

/** The text of a version; empty when the notebook has no such version. */
export async function readBlocks(state: NotebookState, versionId: Id): Promise<readonly Block[]> {
  const history = (await state.histories([versionId])).get(versionId)
  for (const { set } of history?.changes.toReversed() ?? [])
    if (Object.hasOwn(set, 'blocks')) return set.blocks as unknown as readonly Block[]
  return []
}
