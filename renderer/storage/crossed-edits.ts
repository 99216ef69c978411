import { contributorOf } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import { sameJson } from '@shared/base/json'
import type { RecordHistory } from '@shared/changes/transaction'
import type { AnyRecord } from '@shared/domain/kinds'
import { type Fields, type RecordState, stampOf } from '@shared/domain/record'
import { describeRecord } from '@shared/notebook/describe'
import type { NotebookView } from '@shared/notebook/notebook-view'

/**
 * The records to which this window and another one of the same person gave different values without knowing of each
 * other, as `taken`, which comes from the other, tells. Between two people that is a difference to settle; here the
 * later one counts, and without a word the other would be gone from sight.
 */
export function findCrossed(
  view: Pick<NotebookView, 'get'>,
  contributor: Id,
  taken: readonly RecordHistory[],
): AnyRecord[] {
  return taken.flatMap(({ id, changes }) => {
    const ours = view.get(id)
    return ours && changes.some((change) => isCrossed(ours, contributor, change, changes)) ? [ours] : []
  })
}

function isCrossed(
  ours: AnyRecord,
  contributor: Id,
  { stamp, set }: RecordHistory['changes'][number],
  changes: RecordHistory['changes'],
): boolean {
  if (contributorOf(stamp) !== contributor) return false
  return Object.keys(set).some((field) => {
    const present = stampOf(ours as RecordState<unknown>, field)
    const fields = ours.fields as unknown as Fields
    if (contributorOf(present) !== contributor || sameJson(fields[field], set[field])) return false
    const known = changes.flatMap(({ was }) => was?.[field] ?? [])
    return fields[field] !== undefined && present !== stamp && !known.includes(present)
  })
}

/** Says which of the two is shown, and where the other is; `time` in milliseconds since 1970. */
export function describeCrossed(view: Pick<NotebookView, 'get'>, record: AnyRecord, time: number): string {
  const clock = new Date(time).toTimeString().slice(0, 8)
  return `“${describeRecord(view, record)}” was changed in two windows at once (${clock}): the later change is shown, the other one is in its history (Alt+H).`
}
