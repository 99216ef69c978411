import type { Id } from '../base/ids'
import { foldRecord } from '../changes/fold'
import { previewMerge } from '../changes/merge'
import type { RecordHistory } from '../changes/transaction'
import type { AnyRecord, Kind } from '../domain/kinds'
import { isDeleted, type RecordState } from '../domain/record'
import type { NotebookView } from '../notebook/notebook-view'
import { type Duplicate, findDuplicates } from './duplicates'
import { type StopSignal, throwIfStopped } from './failure'
import type { Stream } from './source'

/** What merging would do to one record. */
export type Effect = 'added' | 'changed' | 'deleted' | 'differing'

export interface PreviewedRecord {
  readonly id: Id
  readonly kind: Kind
  readonly effect: Effect
  readonly before: RecordState | undefined
  readonly after: RecordState
}

export interface MergePreview {
  /** Records that would change, in the order they came; at most `PREVIEW_LIMIT` of them. */
  readonly records: readonly PreviewedRecord[]
  /** How many of each effect, all of them. */
  readonly totals: Readonly<Record<Effect, number>>
  /** The same, by kind. */
  readonly byKind: ReadonlyMap<Kind, Readonly<Record<Effect, number>>>
  /** Records that may be one and the same: proposed, never joined unasked. */
  readonly duplicates: readonly Duplicate[]
}

/** Records listed one by one; beyond it they are counted. */
export const PREVIEW_LIMIT = 5_000

const noEffects = (): Record<Effect, number> => ({ added: 0, changed: 0, deleted: 0, differing: 0 })

/**
 * What merging histories into a notebook would do, without doing it. `ours` gives the notebook's own history of a record; it is
 * asked only for records that both sides have.
 */
export async function previewBundle(
  view: NotebookView,
  ours: (id: Id) => Promise<RecordHistory | undefined>,
  incoming: Stream<RecordHistory>,
  signal?: StopSignal,
): Promise<MergePreview> {
  const records: PreviewedRecord[] = []
  const totals = noEffects()
  const byKind = new Map<Kind, Record<Effect, number>>()
  const added: AnyRecord[] = []
  for await (const theirs of incoming) {
    throwIfStopped(signal)
    const own = view.get(theirs.id) ? await ours(theirs.id) : undefined
    const merged = own ? previewMerge(own, theirs) : { before: undefined, after: foldRecord(theirs) }
    if (!merged) continue
    const effect = effectOf(merged.before, merged.after)
    const counts = byKind.get(theirs.kind) ?? noEffects()
    byKind.set(theirs.kind, counts)
    totals[effect] += 1
    counts[effect] += 1
    const { before, after } = merged
    if (records.length < PREVIEW_LIMIT)
      records.push({ id: theirs.id, kind: theirs.kind, effect, before, after: lighten(after) })
    if (!before && !isDeleted(after) && ['article', 'entity', 'version'].includes(theirs.kind))
      added.push(lighten(after) as unknown as AnyRecord)
  }
  return { records, totals, byKind, duplicates: findDuplicates(view, added) }
}

/** Texts are not shown in a preview, and would fill the memory. */
function lighten(state: RecordState): RecordState {
  return state.kind === 'version' ? { ...state, fields: { ...state.fields, blocks: [] } } : state
}

function effectOf(before: RecordState | undefined, after: RecordState): Effect {
  if (after.differences && !before?.differences) return 'differing'
  if (!before) return 'added'
  return isDeleted(after) && !isDeleted(before) ? 'deleted' : 'changed'
}
