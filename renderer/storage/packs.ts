import { foldRecord } from '@shared/changes/fold'
import type { RecordHistory } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import { type Entry, readEntry } from '@shared/notebook/entry'
import { mapInSlices } from './give-way'
import type { BulkRow, KeptRecord, PackRow } from './rows'

/** Records in one pack: enough to make a row's price small, few enough to encode without a pause. */
export const PACK_RECORDS = 1000
/** What changes more records than this at a time writes them as packs. */
export const LEAST_PACKED = 200

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function encodePack(records: readonly KeptRecord[]): Uint8Array {
  return encoder.encode(JSON.stringify(records))
}

/** The packs of records as they are after the log's entry `lastSeq`: read after all that was packed before. */
export async function packsOf(records: readonly KeptRecord[], lastSeq: number): Promise<PackRow[]> {
  const starts = Array.from(
    { length: Math.ceil(records.length / PACK_RECORDS) },
    (_, at) => at * PACK_RECORDS,
  )
  return mapInSlices(starts, (start) => ({
    number: lastSeq + (start / PACK_RECORDS + 1) / 100_000,
    bytes: encodePack(records.slice(start, start + PACK_RECORDS).map(({ state, seqs }) => ({ state, seqs }))),
  }))
}

export function decodePack(bytes: Uint8Array): KeptRecord[] {
  return JSON.parse(decoder.decode(bytes)) as KeptRecord[]
}

export function encodeLine(line: string): Uint8Array {
  return encoder.encode(line)
}

/** The entry in a long line. */
export function decodeBulk({ bytes }: Pick<BulkRow, 'bytes'>): Entry {
  return readEntry(decoder.decode(bytes))
}

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** The records of a merge's part that is also their pack: each was new to the notebook when it came. */
export function unpackBulk(row: BulkRow): KeptRecord[] {
  const entry = decodeBulk(row)
  if (entry.kind !== 'absorbed') return []
  const seqs = [row.seq]
  return entry.part.histories.map((history, index) => ({
    state: freshState(history, row.digests?.[index]),
    seqs,
  }))
}

/** A new record's state; that of a single change is the change itself. */
export function freshState(history: RecordHistory, digest: number | undefined): RecordState {
  const [only, second] = history.changes
  if (second || !only || digest === undefined) return foldRecord(history)
  return { id: history.id, kind: history.kind, fields: only.set, created: only.stamp, stamps: {}, digest }
}

/** A version's state as views see it: its text stays on disk. */
export function withoutText(state: RecordState): RecordState {
  if (state.kind !== 'version') return state
  return { ...state, fields: { ...state.fields, blocks: [] } }
}
