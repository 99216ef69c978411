import type { Id } from '@shared/base/ids'
import type { Transaction } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import type { JournalEntry } from '@shared/host/host-api'
import { noteOf, writeEntry } from '@shared/notebook/entry'
import type { NotebookDatabase } from './database'
import type { NotebookState } from './notebook-state'
import { encodeLine, LEAST_PACKED, packsOf } from './packs'
import type { BulkRow, EntryHead, LogRow, PackRow, RecentRow } from './rows'

/** Lines longer than this (in UTF-16 units) stand apart, so that the log can be looked through quickly. */
const LONG_LINE = 16_000

/** Rows that are written in one transaction of the store, and the journal's entries for them. */
export interface Batch {
  readonly log: readonly LogRow[]
  readonly bulk: readonly BulkRow[]
  /** What changed: written as rows or, when it is much, as packs. */
  readonly recent: readonly RecentRow[]
  readonly packs: readonly PackRow[]
  readonly entries: readonly JournalEntry[]
}

/** The rows of one entry; `line` is the entry as written. */
export function rowsOfEntry(
  seq: number,
  head: EntryHead,
  line: string,
): { readonly row: LogRow; readonly bulk: BulkRow[] } {
  if (line.length <= LONG_LINE) return { row: { seq, head, line }, bulk: [] }
  return { row: { seq, head }, bulk: [{ seq, bytes: encodeLine(line) }] }
}

/** The batch that saves transactions from number `firstSeq` on, with the states that memory has at this moment. */
export function batchOf(
  transactions: readonly Transaction[],
  firstSeq: number,
  { memory, touches }: NotebookState,
): Batch {
  const log: LogRow[] = []
  const bulk: BulkRow[] = []
  const entries: JournalEntry[] = []
  const seqs = new Map<Id, number[]>()
  for (const [index, transaction] of transactions.entries()) {
    const seq = firstSeq + index
    const line = writeEntry({ kind: 'transaction', transaction })
    const rows = rowsOfEntry(seq, noteOf(transaction), line)
    log.push(rows.row)
    bulk.push(...rows.bulk)
    entries.push({ seq, line })
    for (const { record } of transaction.changes) {
      const known = seqs.get(record) ?? [...touches.get(record)]
      seqs.set(record, [...known, seq])
    }
  }
  const recent = [...seqs].map(([id, all]) => ({
    id,
    seqs: all,
    state: memory.get(id) as unknown as RecordState,
  }))
  return { log, bulk, recent, packs: [], entries }
}

/**
 * Writes a batch in one transaction that is on disk when this resolves; rejects, having written nothing, when it
 * cannot. The browser's own transaction is used, because Dexie's takes half as long again and every edit waits for it.
 */
export async function writeBatch(database: NotebookDatabase, batch: Batch): Promise<void> {
  const { log, bulk, recent } = batch
  const isMuch = recent.length >= LEAST_PACKED
  const packs = isMuch ? [...batch.packs, ...(await packsOf(recent, log.at(-1)?.seq ?? 0))] : batch.packs
  const rows = { log, bulk, packs, recent: isMuch ? [] : recent }
  const tables = (['log', 'bulk', 'recent', 'packs'] as const).filter((table) => rows[table].length > 0)
  const transaction = await database.beginWriting(isMuch ? [...tables, 'recent'] : tables)
  const ended = endOf(transaction)
  try {
    for (const table of tables) {
      const store = transaction.objectStore(table)
      // Added, not put: a number that another window took would fail here rather than be overwritten.
      for (const row of rows[table]) table === 'recent' ? store.put(row) : store.add(row)
    }
    if (isMuch) removeOlder(transaction.objectStore('recent'), recent)
  } catch (error) {
    transaction.abort()
    await ended.catch(() => undefined)
    throw error
  }
  await ended
}

/** What is recent is read over the packs: older states must not stay there. */
function removeOlder(store: IDBObjectStore, packed: readonly RecentRow[]): void {
  const ids = new Set<IDBValidKey>(packed.map(({ id }) => id))
  const keys = store.getAllKeys()
  keys.onsuccess = () => {
    for (const key of keys.result) if (ids.has(key)) store.delete(key)
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
