import type { Id } from '@shared/base/ids'
import { sortChanges } from '@shared/changes/fold'
import type { RecordHistory } from '@shared/changes/transaction'
import { type Entry, historiesOf, readEntry } from '@shared/notebook/entry'
import type { NotebookDatabase } from './database'
import { mapInSlices } from './give-way'
import { decodeBulk } from './packs'
import type { LogRow } from './rows'

/** Parsed entries kept at hand, counted in changed records. */
const CACHED_RECORDS = 20_000

/** Reads entries of the log, and finds in them what happened to a record. */
export class LogReader {
  readonly #database: NotebookDatabase
  readonly #cache = new Map<number, ReadonlyMap<Id, RecordHistory>>()
  #cachedRecords = 0

  constructor(database: NotebookDatabase) {
    this.#database = database
  }

  /** The entries in the given rows. */
  async entries(rows: readonly LogRow[]): Promise<Entry[]> {
    const long = rows.filter(({ line }) => line === undefined).map(({ seq }) => seq)
    const bulk = long.length > 0 ? await this.#database.bulk.bulkGet(long) : []
    const entries = new Map<number, Entry>()
    await mapInSlices(bulk, (row) => row && entries.set(row.seq, decodeBulk(row)))
    return rows.map(({ seq, line }) => (line === undefined ? (entries.get(seq) as Entry) : readEntry(line)))
  }

  /** What the numbered entries hold of each of the records, united. */
  async histories(wanted: ReadonlyMap<Id, readonly number[]>): Promise<Map<Id, RecordHistory>> {
    const found = await this.#indexEntries(new Set([...wanted.values()].flat()))
    const histories = new Map<Id, RecordHistory>()
    await mapInSlices(wanted, ([id, seqs]) => {
      const parts = seqs.flatMap((seq) => found.get(seq)?.get(id) ?? [])
      const [first] = parts
      if (!first) return
      const changes = parts.length === 1 ? first.changes : parts.flatMap((part) => part.changes)
      histories.set(id, { id, kind: first.kind, changes: sortChanges(changes) })
    })
    return histories
  }

  async #indexEntries(seqs: ReadonlySet<number>): Promise<Map<number, ReadonlyMap<Id, RecordHistory>>> {
    const found = new Map<number, ReadonlyMap<Id, RecordHistory>>()
    const missing: number[] = []
    for (const seq of seqs) {
      const cached = this.#cache.get(seq)
      if (cached) found.set(seq, cached)
      else missing.push(seq)
    }
    const rows = missing.length > 0 ? await this.#database.log.bulkGet(missing) : []
    const present = rows.filter((row) => row !== undefined)
    await mapInSlices((await this.entries(present)).entries(), ([index, entry]) => {
      const byRecord = new Map(historiesOf(entry).map((history) => [history.id, history]))
      const seq = (present[index] as LogRow).seq
      found.set(seq, byRecord)
      this.#remember(seq, byRecord)
    })
    return found
  }

  #remember(seq: number, byRecord: ReadonlyMap<Id, RecordHistory>): void {
    this.#cache.set(seq, byRecord)
    this.#cachedRecords += byRecord.size
    for (const [oldest, records] of this.#cache) {
      if (this.#cachedRecords <= CACHED_RECORDS || oldest === seq) break
      this.#cache.delete(oldest)
      this.#cachedRecords -= records.size
    }
  }
}
