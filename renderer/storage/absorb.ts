import type { Stamp } from '@shared/base/clock'
import { type Failure, fail, ok, type Result } from '@shared/base/result'
import { batchOfMerge } from './absorb-batch'
import { planDecided } from './absorb-decided'
import { type AbsorbPlan, latestOf, planAbsorb, Stopped } from './absorb-plan'
import { writeBatch } from './batch'
import type { Absorbed, AbsorbReport, Progress } from './notebook'
import { readNotes } from './read-notebook'
import { explainJournalFailure, isOutOfSpace } from './save-status'
import type { NotebookParts } from './stored-notebook'

/**
 * Merges histories of another notebook: first everything is compared, then everything is written in one
 * transaction of the store. The journal gets the parts meanwhile and the last one, which alone makes them count,
 * when the store has them all: a merge is there whole or not at all, in both.
 */
export function absorb(
  parts: NotebookParts,
  incoming: Absorbed,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Result<AbsorbReport>> {
  const { saver, state } = parts
  return saver.exclusively(async () => {
    for (;;) {
      const failure = await saver.writeWaiting()
      if (failure) return { ok: false, error: failure }
      const done = await state.turns.run(async () => {
        // A change slipped in after the last write: it goes first.
        if (state.unsaved.size > 0) return null
        return absorbInTurn(parts, incoming, progress, signal)
      })
      if (done) return done
    }
  })
}

async function absorbInTurn(
  parts: NotebookParts,
  incoming: Absorbed,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Result<AbsorbReport>> {
  try {
    const plan = await planAbsorb(parts.state, incoming, () => readKnownNotes(parts), progress, signal)
    const whole = await planDecided(parts, plan, incoming.decided)
    if (!whole.ok) return whole
    const { records, notes } = whole.value
    if (records.length === 0 && notes.length === 0) return ok(reportOf(plan, null))
    return await writePlan(parts, whole.value, signal)
  } catch (error) {
    if (error instanceof Stopped) return fail('stopped', 'The import was stopped; nothing was changed.')
    throw error
  }
}

async function readKnownNotes({ database, reader, state }: NotebookParts): Promise<ReadonlySet<Stamp>> {
  const known = new Set<Stamp>()
  for await (const { stamp } of readNotes(database, reader, state)) known.add(stamp)
  return known
}

async function writePlan(
  parts: NotebookParts,
  plan: AbsorbPlan,
  signal?: AbortSignal,
): Promise<Result<AbsorbReport>> {
  const { clock, state, follower, saver, undoLog, journal } = parts
  const latest = latestOf(plan)
  if (latest !== null) clock.observe(latest)
  const group = clock.tick()
  const firstSeq = Math.max(follower.lastSeq, journal.lastSeq) + 1
  const { batch, touched } = await batchOfMerge(plan, group, firstSeq, state.touches, signal)
  saver.status.saving()
  const journaled = journal.append(batch.entries.slice(0, -1))
  const release = follower.passOver(firstSeq + batch.log.length - 1)
  const failure = await writeBatch(parts.database, batch).then(() => null, explainRefusal)
  await journaled
  if (failure) {
    release()
    journal.forget(firstSeq)
    saver.reportGivenUp()
    return { ok: false, error: failure }
  }
  const finished = await journal.append(batch.entries.slice(-1))
  for (const [id, seqs] of touched) state.touches.set(id, seqs)
  state.memory.put(plan.records.map((record) => record.state))
  undoLog.followRows(batch.log)
  follower.announce()
  saver.report(finished.ok ? null : explainJournalFailure(finished.error))
  return ok(reportOf(plan, group))
}

function explainRefusal(error: unknown): Failure {
  const why = isOutOfSpace(error)
    ? 'the disk or this browser’s share of it is full: free some space and import again'
    : 'the browser’s store cannot be written'
  return { code: 'import-unwritable', message: `Nothing was imported, because ${why}.` }
}

function reportOf({ records }: AbsorbPlan, group: Stamp | null): AbsorbReport {
  const added = records.filter(({ fresh }) => fresh).length
  const differing = records.filter(({ state }) => state.differences).length
  return { added, updated: records.length - added, differing, group: records.length > 0 ? group : null }
}
