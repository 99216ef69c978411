import type { RecordState } from '@shared/domain/record'
import type { Loaded } from './load'
import { encodePack, PACK_RECORDS } from './packs'
import type { KeptRecord, PackRow } from './rows'
import type { NotebookParts } from './stored-notebook'

/** More recently changed records than this are packed, for the next opening. */
const MOST_RECENT = 3000
/** Packs are written anew when more of their records than this were replaced by newer ones. */
const MOST_REPLACED = 10_000

/** Packs what changed since the last packing, when it is much. Runs after opening; what fails is done the next time. */
export async function tidyPacks(parts: NotebookParts, loaded: Loaded): Promise<void> {
  const whole = loaded.replaced > MOST_REPLACED
  if (!whole && loaded.recent <= MOST_RECENT) return
  await parts.saver.exclusively(async () => {
    if (await parts.saver.writeWaiting()) return
    await parts.state.turns.run(async () => {
      // Packs hold only what is in the log.
      if (parts.state.unsaved.size === 0) await (whole ? packAll(parts) : packRecent(parts))
    })
  })
}

function packAll({ database, state, follower }: NotebookParts): Promise<void> {
  const records: KeptRecord[] = []
  for (const id of state.memory.ids())
    records.push({ state: state.memory.get(id) as unknown as RecordState, seqs: state.touches.get(id) })
  return database.transaction('rw', [database.packs, database.recent], async () => {
    await database.packs.clear()
    await database.recent.clear()
    await database.packs.bulkPut(packRows(records, follower.lastSeq))
  })
}

function packRecent({ database, follower }: NotebookParts): Promise<void> {
  return database.transaction('rw', [database.packs, database.recent], async () => {
    const recent = await database.recent.toArray()
    await database.packs.bulkPut(packRows(recent, follower.lastSeq))
    await database.recent.clear()
  })
}

/** Numbered after everything that was packed up to the log's last entry. */
function packRows(records: readonly KeptRecord[], lastSeq: number): PackRow[] {
  const rows: PackRow[] = []
  for (let start = 0; start < records.length; start += PACK_RECORDS) {
    const run = records.slice(start, start + PACK_RECORDS).map(({ state, seqs }) => ({ state, seqs }))
    rows.push({ number: lastSeq + 0.5 + rows.length / 1_000_000, bytes: encodePack(run) })
  }
  return rows
}
