import type { Id } from '../base/ids'
import type { RecordHistory, TransactionNote } from '../changes/transaction'
import { KINDS, type Kind } from '../domain/kinds'

/** A stream that may be at hand at once. */
export type Stream<T> = AsyncIterable<T> | Iterable<T>

/** Where a bundle's content comes from: a notebook, a list in memory, another bundle. */
export interface BundleSource {
  /** Histories of one kind in order of id. Asked for several times, and must give the same each time. */
  histories(kind: Kind): Stream<RecordHistory>
  /** What is known of the transactions, sorted by stamp. */
  transactionNotes(): Stream<TransactionNote>
}

const AT_ONCE = 8
/** Kinds whose records can be long texts: no two of them need be in memory together. */
const LONG_KINDS: readonly Kind[] = ['version', 'note']

/** A stream in runs of items: waiting once for many is much cheaper than waiting for each. */
export async function* inRuns<T>(
  stream: Stream<T>,
  atOnce = AT_ONCE,
): AsyncGenerator<readonly T[], void, undefined> {
  let run: T[] = []
  if (Symbol.asyncIterator in stream) {
    for await (const item of stream) {
      if (run.push(item) < atOnce) continue
      yield run
      run = []
    }
  } else {
    for (const item of stream) {
      if (run.push(item) < atOnce) continue
      yield run
      run = []
    }
  }
  if (run.length > 0) yield run
}

/** The histories of one kind in runs. */
export function historyRuns(
  source: BundleSource,
  kind: Kind,
): AsyncGenerator<readonly RecordHistory[], void, undefined> {
  return inRuns(source.histories(kind), LONG_KINDS.includes(kind) ? 1 : AT_ONCE)
}

/** Histories in memory as a source. */
export function listAsSource(
  histories: Iterable<RecordHistory>,
  notes: Iterable<TransactionNote> = [],
): BundleSource {
  const byKind = new Map<Kind, RecordHistory[]>(KINDS.map((kind) => [kind, []]))
  for (const history of histories) byKind.get(history.kind)?.push(history)
  for (const list of byKind.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1))
  const sortedNotes = [...notes].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  return {
    histories: (kind) => byKind.get(kind) ?? [],
    transactionNotes: () => sortedNotes,
  }
}

/** All histories of a source, kind by kind. */
export async function* allHistories(source: BundleSource): AsyncGenerator<RecordHistory, void, undefined> {
  for (const kind of KINDS) yield* source.histories(kind)
}

/** The part of a source that passes a test, each history changed on the way. */
export function mapSource(
  source: BundleSource,
  change: (history: RecordHistory) => RecordHistory | null,
  keepsNote: (note: TransactionNote) => boolean,
): BundleSource {
  return {
    async *histories(kind) {
      for await (const history of source.histories(kind)) {
        const changed = change(history)
        if (changed) yield changed
      }
    },
    async *transactionNotes() {
      for await (const note of source.transactionNotes()) if (keepsNote(note)) yield note
    },
  }
}

/** Ids of records to take along. */
export type Selection = ReadonlySet<Id>
