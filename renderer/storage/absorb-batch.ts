import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { writeEntry } from '@shared/notebook/entry'
import { type AbsorbPlan, type AddedRecord, Stopped } from './absorb-plan'
import { type Batch, rowsOfEntry } from './batch'
import { GivingWay } from './give-way'
import { encodeLine, PACK_RECORDS } from './packs'
import { headOfPart, type LogRow } from './rows'
import type { Touches } from './touches'

/** Versions hold whole texts: a part ends when its changes come to about this many UTF-16 units. */
const PART_TEXT = 1_000_000
/** A part with fewer new records than this is not worth a pack of its own. */
const LEAST_PACK = 200
const NOTES_AT_ONCE = 10_000

/** One part of a merge; `pack` when its records, all new, are read from its own line. */
interface Part {
  readonly records: readonly AddedRecord[]
  readonly notes: readonly TransactionNote[]
  readonly pack: boolean
}

/** What a merge writes, and which entries changed each record afterwards. */
export interface MergeBatch {
  readonly batch: Batch
  readonly touched: readonly (readonly [Id, readonly number[]])[]
}

/**
 * The rows and journal entries of a merge, from number `firstSeq` on, named by `group`. The page goes on living
 * meanwhile; throws `Stopped` when the signal asks for it.
 */
export async function batchOfMerge(
  plan: AbsorbPlan,
  group: Stamp,
  firstSeq: number,
  touches: Touches,
  signal?: AbortSignal,
): Promise<MergeBatch> {
  const made = { log: [], bulk: [], recent: [], packs: [], entries: [] } as Building
  const touched: [Id, readonly number[]][] = []
  const parts = partsOf(plan)
  const changed = plan.records.length > 0
  const way = new GivingWay()
  for (const [index, { records, notes, pack }] of parts.entries()) {
    await way.pause()
    if (signal?.aborted) throw new Stopped()
    const seq = firstSeq + index
    const last = index === parts.length - 1
    const part = { group, histories: records.map(({ added }) => added), notes, last }
    const head = headOfPart(part, firstSeq, changed)
    const line = writeEntry({ kind: 'absorbed', part })
    made.entries.push({ seq, line })
    for (const { added } of records) touched.push([added.id, touches.plus(added.id, seq)])
    if (pack) addPack(made, { seq, head }, line, records)
    else addRows(made, rowsOfEntry(seq, head, line), records, touched)
  }
  return { batch: made, touched }
}

type Building = { -readonly [rows in keyof Batch]: Batch[rows][number][] }

function addPack(made: Building, row: LogRow, line: string, records: readonly AddedRecord[]): void {
  const { seq } = row
  made.log.push(row)
  made.bulk.push({ seq, bytes: encodeLine(line), digests: digestsOf(records) })
  made.packs.push({ number: seq, bulk: seq })
}

function addRows(
  made: Building,
  { row, bulk }: ReturnType<typeof rowsOfEntry>,
  records: readonly AddedRecord[],
  touched: MergeBatch['touched'],
): void {
  made.log.push(row)
  made.bulk.push(...bulk)
  const seqs = new Map(touched.slice(-records.length))
  for (const { added, state } of records)
    made.recent.push({ id: added.id, state, seqs: seqs.get(added.id) as readonly number[] })
}

function digestsOf(records: readonly AddedRecord[]): Uint32Array {
  return Uint32Array.from(records, ({ state }) => state.digest)
}

function partsOf({ records, notes }: AbsorbPlan): Part[] {
  const packable = records.filter(({ fresh, added }) => fresh && added.kind !== 'version')
  const others = records.filter(({ fresh, added }) => !fresh || added.kind === 'version')
  const parts: Part[] = []
  for (const run of runsOf(packable)) parts.push({ records: run, notes: [], pack: run.length >= LEAST_PACK })
  for (const run of runsOf(others)) parts.push({ records: run, notes: [], pack: false })
  for (let start = 0; start < notes.length; start += NOTES_AT_ONCE)
    parts.push({ records: [], notes: notes.slice(start, start + NOTES_AT_ONCE), pack: false })
  return parts
}

function* runsOf(records: readonly AddedRecord[]): Iterable<AddedRecord[]> {
  let run: AddedRecord[] = []
  let length = 0
  for (const record of records) {
    run.push(record)
    length += textLengthOf(record.added)
    if (run.length < PACK_RECORDS && length < PART_TEXT) continue
    yield run
    run = []
    length = 0
  }
  if (run.length > 0) yield run
}

/** About how long a history is, where that matters. */
function textLengthOf({ kind, changes }: RecordHistory): number {
  if (kind !== 'version') return 0
  return changes.reduce((sum, { set }) => sum + blocksLength(set.blocks), 0)
}

function blocksLength(blocks: unknown): number {
  if (!Array.isArray(blocks)) return 0
  return blocks.reduce<number>((sum, block: { text?: string }) => sum + (block.text?.length ?? 0) + 40, 0)
}
