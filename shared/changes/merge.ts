import type { RecordState } from '../domain/record'
import { digestOf, foldRecord, sortChanges } from './fold'
import type { RecordHistory, StampedChange } from './transaction'

const keyOf = (change: StampedChange) => `${change.stamp}${digestOf(change)}`

/** The changes of `theirs` that `ours` lacks, sorted by stamp. */
export function missingFrom(ours: RecordHistory | undefined, theirs: RecordHistory): StampedChange[] {
  if (!ours) return sortChanges(theirs.changes)
  const known = new Set(ours.changes.map(keyOf))
  return sortChanges(theirs.changes.filter((change) => !known.has(keyOf(change))))
}

/** The union of two histories of one record: merging is nothing more than this. */
export function mergeHistories(a: RecordHistory, b: RecordHistory): RecordHistory {
  return {
    id: a.id,
    kind: a.kind < b.kind ? a.kind : b.kind,
    changes: sortChanges([...a.changes, ...b.changes]),
  }
}

/** A record before and after a merge, for previews. */
export interface MergedRecord {
  readonly before: RecordState | undefined
  readonly after: RecordState
  readonly added: readonly StampedChange[]
}

/** What merging a colleague's history into ours would do to one record; null when it brings nothing new. */
export function previewMerge(ours: RecordHistory | undefined, theirs: RecordHistory): MergedRecord | null {
  const added = missingFrom(ours, theirs)
  if (added.length === 0) return null
  const merged = ours ? mergeHistories(ours, theirs) : theirs
  return { before: ours ? foldRecord(ours) : undefined, after: foldRecord(merged), added }
}
