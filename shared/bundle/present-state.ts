import { foldRecord } from '../changes/fold'
import type { RecordHistory } from '../changes/transaction'
import type { RecordState } from '../domain/record'

/**
 * The state that a history adds up to, for writing files. Most records were never changed after they were made: their state is that
 * one change, and folding (which also hashes it) can be left out. The digest is 0 then; files don't hold it.
 */
export function presentState(history: RecordHistory): RecordState {
  const [first, second] = history.changes
  if (!first || second) return foldRecord(history)
  return {
    id: history.id,
    kind: history.kind,
    fields: first.set,
    created: first.stamp,
    stamps: {},
    digest: 0,
  }
}
