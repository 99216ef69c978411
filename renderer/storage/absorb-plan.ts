import type { Stamp } from '@shared/base/clock'
import { digestOf, foldRecord, sortChanges } from '@shared/changes/fold'
import { mergeHistories, missingFrom } from '@shared/changes/merge'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { RecordState } from '@shared/domain/record'
import type { Absorbed, Progress } from './notebook'
import type { NotebookState } from './notebook-state'
import { freshState, withoutText } from './packs'

/** Histories compared at a time. */
const AT_ONCE = 1000

/** A record with what a merge adds to it. */
export interface AddedRecord {
  /** The changes that the notebook lacks. */
  readonly added: RecordHistory
  /** The state that they lead to. */
  readonly state: RecordState
  /** Whether the notebook had nothing of it. */
  readonly fresh: boolean
}

/** What a merge would do, worked out before anything is written. */
export interface AbsorbPlan {
  readonly records: readonly AddedRecord[]
  readonly notes: readonly TransactionNote[]
}

/** Stops between two runs; thrown and caught within the merge. */
export class Stopped extends Error {}

/** Compares what comes with what there is; throws `Stopped` when the signal asks for it. */
export async function planAbsorb(
  state: NotebookState,
  incoming: Absorbed,
  readKnownNotes: () => Promise<ReadonlySet<Stamp>>,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<AbsorbPlan> {
  const records: AddedRecord[] = []
  let run: RecordHistory[] = []
  let done = 0
  const compare = async () => {
    if (signal?.aborted) throw new Stopped()
    for (const record of await compareRun(state, run)) records.push(record)
    done += run.length
    run = []
    progress?.(done, 0)
  }
  for await (const history of incoming.histories) if (run.push(history) >= AT_ONCE) await compare()
  await compare()
  return { records, notes: await findNewNotes(incoming.notes, records, readKnownNotes) }
}

async function compareRun(state: NotebookState, run: readonly RecordHistory[]): Promise<AddedRecord[]> {
  const known = await state.histories(run.filter(({ id }) => state.memory.get(id)).map(({ id }) => id))
  return run.flatMap((theirs): AddedRecord | [] => {
    const ours = known.get(theirs.id)
    const changes = ours ? missingFrom(ours, theirs) : sortChanges(theirs.changes)
    if (changes.length === 0) return []
    const added = { id: theirs.id, kind: ours?.kind ?? theirs.kind, changes }
    const state = ours ? foldRecord(mergeHistories(ours, added)) : freshState(added, digestOf(changes[0]!))
    return { added, state: withoutText(state), fresh: ours === undefined }
  })
}

async function findNewNotes(
  notes: readonly TransactionNote[],
  records: readonly AddedRecord[],
  readKnownNotes: () => Promise<ReadonlySet<Stamp>>,
): Promise<readonly TransactionNote[]> {
  if (notes.length === 0) return notes
  const fresh = new Set<Stamp>()
  for (const { added } of records) for (const { stamp } of added.changes) fresh.add(stamp)
  if (notes.every(({ stamp }) => fresh.has(stamp))) return notes
  const known = await readKnownNotes()
  return notes.filter(({ stamp }) => !known.has(stamp))
}

/** The latest stamp among the added changes. */
export function latestOf({ records }: AbsorbPlan): Stamp | null {
  let latest: Stamp | null = null
  for (const { added } of records)
    for (const { stamp } of added.changes) if (latest === null || stamp > latest) latest = stamp
  return latest
}
