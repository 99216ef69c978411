import { fail, ok, type Result } from '@shared/base/result'
import { compose } from '@shared/changes/compose'
import { mergeHistories } from '@shared/changes/merge'
import type { RecordState } from '@shared/domain/record'
import { historiesOf } from '@shared/notebook/entry'
import { type AbsorbPlan, type AddedRecord, latestOf } from './absorb-plan'
import type { Absorbed } from './notebook'
import { findTransactionFault, withOwnRecord } from './own-change'
import type { NotebookParts } from './stored-notebook'

/** Adds to the plan of a merge what the user decided about what comes: a transaction of their own, later than all that comes. */
export async function planDecided(
  parts: NotebookParts,
  plan: AbsorbPlan,
  decided: Absorbed['decided'],
): Promise<Result<AbsorbPlan>> {
  if (!decided) return ok(plan)
  const { clock, state } = parts
  const records = new Map(plan.records.map((record) => [record.added.id, record]))
  const find = (id: string) => records.get(id)?.state ?? (state.memory.get(id) as RecordState | undefined)
  const latest = latestOf(plan)
  if (latest !== null) clock.observe(latest)
  const transaction = compose(clock, decided.intent, withOwnRecord(parts, decided.edits, find), find)
  if (!transaction) return ok(plan)
  const fault = findTransactionFault(transaction, find)
  if (fault) return fail('transaction-invalid', `This merge cannot be done: ${fault}.`)
  for (const own of historiesOf({ kind: 'transaction', transaction })) {
    const planned = records.get(own.id)
    const added = planned ? mergeHistories(planned.added, own) : own
    const [after] = await state.statesAfter([added])
    if (!after) continue
    const fresh = planned?.fresh ?? state.memory.get(own.id) === undefined
    records.set(own.id, { added, state: after, fresh } satisfies AddedRecord)
  }
  const { stamp, intent } = transaction
  return ok({ records: [...records.values()], notes: [...plan.notes, { stamp, intent }] })
}
