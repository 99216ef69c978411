import { contributorOf, type Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { RecordState } from '@shared/domain/record'
import type { JournalEntry } from '@shared/host/host-api'
import { type Entry, historiesOf, latestStamp, noteOf, parseEntry } from '@shared/notebook/entry'
import { rowsOfEntry } from './batch'
import { LEAST_PACKED, packsOf } from './packs'
import { type BulkRow, headOfPart, type KeptRecord, type LogRow } from './rows'
import type { NotebookParts } from './stored-notebook'

export interface NumberedEntry {
  readonly seq: number
  readonly line: string
  readonly entry: Entry
}

/** Sorts out the lines of a journal: merges wait until their last part has come, unreadable lines are named. */
export class EntrySorter {
  readonly sentences: string[] = []
  /** Parts of a merge whose last part has not come. */
  #open: NumberedEntry[] = []

  /** The entries that are complete with these lines. */
  sort(lines: readonly JournalEntry[]): NumberedEntry[] {
    const complete: NumberedEntry[] = []
    for (const { seq, line } of lines) {
      const parsed = parseEntry(line)
      if (!parsed.ok) this.sentences.push(`${parsed.error.message} (Change ${seq}.)`)
      else complete.push(...this.#follow({ seq, line, entry: parsed.value }))
    }
    return complete
  }

  #follow(numbered: NumberedEntry): NumberedEntry[] {
    const { entry } = numbered
    if (entry.kind === 'transaction') return [numbered]
    const [first] = this.#open
    // A merge that was broken off never happened.
    if (first?.entry.kind === 'absorbed' && first.entry.part.group !== entry.part.group) this.#open = []
    this.#open.push(numbered)
    if (!entry.part.last) return []
    const whole = this.#open
    this.#open = []
    return whole
  }
}

/** Who wrote an entry into this notebook. */
export function writerOf(entry: Entry): Id {
  return contributorOf(entry.kind === 'transaction' ? entry.transaction.stamp : entry.part.group)
}

/** The log rows of entries; the parts of a merge come together. */
function logRowsOf(entries: readonly NumberedEntry[]) {
  const log: LogRow[] = []
  const bulk: BulkRow[] = []
  const groups = new Map<Stamp, { first: number; changed: boolean }>()
  for (const { seq, line, entry } of entries) {
    if (entry.kind === 'absorbed') {
      const { group, histories } = entry.part
      const known = groups.get(group) ?? { first: seq, changed: false }
      groups.set(group, { first: known.first, changed: known.changed || histories.length > 0 })
    }
    const of = entry.kind === 'absorbed' ? groups.get(entry.part.group) : undefined
    const head =
      entry.kind === 'absorbed' && of
        ? headOfPart(entry.part, of.first, of.changed)
        : noteOf((entry as Extract<Entry, { kind: 'transaction' }>).transaction)
    const rows = rowsOfEntry(seq, head, line)
    log.push(rows.row)
    bulk.push(...rows.bulk)
  }
  return { log, bulk }
}

/** Writes complete entries from elsewhere into the store and shows them; the caller holds the lock. */
export async function takeIn(parts: NotebookParts, entries: readonly NumberedEntry[]): Promise<void> {
  const { state, follower, undoLog, clock } = parts
  const last = entries.at(-1)
  if (!last) return
  await state.turns.run(async () => {
    const states = await state.statesAfter(entries.flatMap(({ entry }) => historiesOf(entry)))
    const seqs = new Map<Id, readonly number[]>()
    for (const { seq, entry } of entries)
      for (const { id } of historiesOf(entry)) seqs.set(id, [...(seqs.get(id) ?? state.touches.get(id)), seq])
    const rows = logRowsOf(entries)
    await writeTaken(parts, rows, keptOf(states, seqs), last.seq)
    follower.lastSeq = Math.max(follower.lastSeq, last.seq)
    for (const [id, all] of seqs) state.touches.set(id, all)
    for (const { entry } of entries) clock.observe(latestStamp(entry))
    undoLog.followRows(rows.log)
    state.memory.put(states)
    follower.announce()
  })
}

function keptOf(states: readonly RecordState[], seqs: ReadonlyMap<Id, readonly number[]>): KeptRecord[] {
  return states.map((state) => ({ state, seqs: seqs.get(state.id) ?? [] }))
}

async function writeTaken(
  { database }: NotebookParts,
  { log, bulk }: ReturnType<typeof logRowsOf>,
  records: readonly KeptRecord[],
  lastSeq: number,
): Promise<void> {
  const tables = [database.log, database.bulk, database.recent, database.packs]
  const packs = records.length < LEAST_PACKED ? [] : await packsOf(records, lastSeq)
  await database.transaction('rw', tables, async () => {
    await Promise.all([database.log.bulkAdd(log), database.bulk.bulkAdd(bulk)])
    if (packs.length === 0) {
      await database.recent.bulkPut(records.map(({ state, seqs }) => ({ id: state.id, state, seqs })))
      return
    }
    await database.packs.bulkPut(packs)
    // What is recent is read over the packs: older states must not stay there.
    await database.recent.bulkDelete(records.map(({ state }) => state.id))
  })
}
