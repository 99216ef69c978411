import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { lastChanged } from '@shared/domain/record'
import type { NotebookDatabase } from './database'
import type { Progress } from './notebook'
import type { NotebookState } from './notebook-state'
import { decodePack, unpackBulk } from './packs'
import type { BulkRow, KeptRecord, PackRow } from './rows'

/** Packs read at a time. */
const PACKS_AT_ONCE = 16

/** What came out of reading all records. */
export interface Loaded {
  readonly latestStamp: Stamp | null
  /** Records in `recent`, and records in packs that a newer state has replaced: what packing would tidy away. */
  readonly recent: number
  readonly replaced: number
}

/** Reads every record's state into memory: packs in order, later ones over earlier ones, then what changed since. */
export async function loadRecords(
  database: NotebookDatabase,
  state: NotebookState,
  progress?: Progress,
): Promise<Loaded> {
  const records = new Map<Id, KeptRecord>()
  const packs = await database.packs.count()
  let packed = 0
  for (let done = 0; done < packs; done += PACKS_AT_ONCE) {
    const rows = await database.packs.orderBy('number').offset(done).limit(PACKS_AT_ONCE).toArray()
    for (const kept of await unpack(database, rows)) {
      records.set(kept.state.id, kept)
      packed += 1
    }
    progress?.(Math.min(done + PACKS_AT_ONCE, packs), packs)
  }
  const inPacks = records.size
  const recent = await database.recent.toArray()
  for (const row of recent) records.set(row.id, row)
  return {
    latestStamp: takeIn(records, state),
    recent: recent.length,
    replaced: packed - inPacks + (recent.length - (records.size - inPacks)),
  }
}

function takeIn(records: ReadonlyMap<Id, KeptRecord>, { memory, touches }: NotebookState): Stamp | null {
  let latest: Stamp | null = null
  for (const [id, { state, seqs }] of records) {
    touches.set(id, seqs)
    const changed = lastChanged(state)
    if (latest === null || changed > latest) latest = changed
  }
  memory.put(Array.from(records.values(), ({ state }) => state))
  return latest
}

async function unpack(database: NotebookDatabase, rows: readonly PackRow[]): Promise<KeptRecord[]> {
  const numbers = rows.flatMap((row) => ('bulk' in row ? [row.bulk] : []))
  const bulk = new Map<number, BulkRow>()
  if (numbers.length > 0)
    for (const row of await database.bulk.bulkGet(numbers)) if (row) bulk.set(row.seq, row)
  return rows.flatMap((row) => {
    if ('bytes' in row) return decodePack(row.bytes)
    const found = bulk.get(row.bulk)
    return found ? unpackBulk(found) : []
  })
}
