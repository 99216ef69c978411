import { mergeHistories, previewMerge } from '../changes/merge'
import type { RecordHistory, TransactionNote } from '../changes/transaction'
import { KINDS } from '../domain/kinds'
import type { RecordState } from '../domain/record'
import { effectOf } from './preview-bundle'
import type { BundleSource, Stream } from './source'

/** What a merge did to the records of the first source. */
export interface MergeTally {
  added: number
  updated: number
  conflicts: number
}

/**
 * Two sources as one, record by record in order of id, holding one record of each. `onRecord` is told what the second source does to the
 * first one's record.
 */
export function mergeSources(
  ours: BundleSource,
  theirs: BundleSource,
  onRecord: (ours: RecordHistory | undefined, theirs: RecordHistory) => void = () => {},
): BundleSource {
  return {
    histories: (kind) =>
      joinStreams(
        ours.histories(kind),
        theirs.histories(kind),
        ({ id }) => id,
        (mine, their) => {
          if (their) onRecord(mine, their)
          return mine && their ? mergeHistories(mine, their) : ((mine ?? their) as RecordHistory)
        },
      ),
    transactionNotes: () =>
      joinStreams(
        ours.transactionNotes(),
        theirs.transactionNotes(),
        ({ stamp }) => stamp,
        (mine, their) => mergeNotes(mine, their),
      ),
  }
}

/** One transaction has one note; should two disagree, the same one wins in whatever order they meet. */
function mergeNotes(mine: TransactionNote | undefined, their: TransactionNote | undefined): TransactionNote {
  if (!mine || !their) return (mine ?? their) as TransactionNote
  return JSON.stringify([mine.intent, mine.undoes]) < JSON.stringify([their.intent, their.undoes])
    ? mine
    : their
}

/** Counts what merging `theirs` does to `ours`; `onChange` hears of each record that it would change. */
export async function tallyMerge(
  ours: BundleSource,
  theirs: BundleSource,
  onChange: (before: RecordState | undefined, after: RecordState) => void = () => {},
): Promise<MergeTally> {
  const tally: MergeTally = { added: 0, updated: 0, conflicts: 0 }
  const merged = mergeSources(ours, theirs, (mine, their) => {
    const preview = previewMerge(mine, their)
    if (!preview) return
    if (!mine) tally.added += 1
    else tally.updated += 1
    if (effectOf(preview.before, preview.after) === 'differing') tally.conflicts += 1
    onChange(preview.before, preview.after)
  })

  for (const kind of KINDS) for await (const _history of merged.histories(kind));
  return tally
}

/** Joins two streams that are sorted by a key; each key comes once. */
async function* joinStreams<T>(
  left: Stream<T>,
  right: Stream<T>,
  keyOf: (item: T) => string,
  join: (left: T | undefined, right: T | undefined) => T,
): AsyncGenerator<T, void, undefined> {
  const [a, b] = [iterate(left), iterate(right)]
  let [nextA, nextB] = [await a.next(), await b.next()]
  while (!nextA.done || !nextB.done) {
    const keyA = nextA.done ? null : keyOf(nextA.value)
    const keyB = nextB.done ? null : keyOf(nextB.value)
    const takesA = keyB === null || (keyA !== null && keyA <= keyB)
    const takesB = keyA === null || (keyB !== null && keyB <= keyA)
    yield join(takesA ? (nextA.value as T) : undefined, takesB ? (nextB.value as T) : undefined)
    if (takesA) nextA = await a.next()
    if (takesB) nextB = await b.next()
  }
}

async function* iterate<T>(stream: Stream<T>): AsyncGenerator<T, void, undefined> {
  yield* stream
}
