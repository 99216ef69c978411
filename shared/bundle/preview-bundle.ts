import type { Id } from '../base/ids'
import { foldRecord } from '../changes/fold'
import { previewMerge } from '../changes/merge'
import type { RecordHistory } from '../changes/transaction'
import type { AnyRecord } from '../domain/kinds'
import { isDeleted, type RecordState } from '../domain/record'
import { articleOf, needsOf } from '../notebook/needs'
import type { NotebookView } from '../notebook/notebook-view'
import { type Duplicate, findDuplicates } from './duplicates'
import { type StopSignal, throwIfStopped } from './failure'
import type { Stream } from './source'

/** What merging would do to one record. */
export const EFFECTS = ['added', 'changed', 'differing', 'deleted'] as const
export type Effect = (typeof EFFECTS)[number]

/** A record that merging would change. Versions come without their texts. */
export interface PreviewedRecord {
  readonly id: Id
  readonly effect: Effect
  readonly before: AnyRecord | undefined
  readonly after: AnyRecord
}

export interface MergePreview {
  /** Records that would change, in the order they came. */
  readonly records: readonly PreviewedRecord[]
  /** How many are the same on both sides. */
  readonly same: number
  /** Records that may be one and the same: proposed, never joined unasked. */
  readonly duplicates: readonly Duplicate[]
}

/**
 * What merging histories into a notebook would do, without doing it. `ours` gives the notebook's own history of a record; it is
 * asked only for records that both sides have and that differ.
 */
export async function previewBundle(
  view: NotebookView,
  ours: (id: Id) => Promise<RecordHistory | undefined>,
  incoming: Stream<RecordHistory>,
  signal?: StopSignal,
): Promise<MergePreview> {
  const records: PreviewedRecord[] = []
  let same = 0
  for await (const theirs of incoming) {
    throwIfStopped(signal)
    const previewed = await previewRecord(view, ours, theirs)
    if (previewed) records.push(previewed)
    else same += 1
  }
  const added = records.filter(({ effect, after }) => effect === 'added' && !isDeleted(after))
  const duplicates = findDuplicates(
    view,
    added.map(({ after }) => after),
  )
  return { records, same, duplicates }
}

async function previewRecord(
  view: NotebookView,
  ours: (id: Id) => Promise<RecordHistory | undefined>,
  theirs: RecordHistory,
): Promise<PreviewedRecord | null> {
  const { id } = theirs
  const known = view.get(id)
  if (known && known.digest === foldRecord(theirs).digest) return null
  const merged = previewMerge(known && (await ours(id)), theirs)
  if (!merged) return null
  const { before, after } = merged
  return { id, effect: effectOf(before, after), before: before && lighten(before), after: lighten(after) }
}

/** A record without what a preview does not show and would fill the memory: texts. */
export function lighten(state: RecordState): AnyRecord {
  const light =
    state.kind === 'version' ? { ...state, fields: { ...state.fields, blocks: [] } } : (state as RecordState)
  return light as unknown as AnyRecord
}

/** What a change from one state to another is called. */
export function effectOf(before: RecordState | undefined, after: RecordState): Effect {
  if (after.differences && !before?.differences) return 'differing'
  if (!before) return 'added'
  return isDeleted(after) && !isDeleted(before) ? 'deleted' : 'changed'
}

/** Records that go with their article and are not chosen by themselves. */
const UNSHOWN: readonly string[] = ['version', 'decision', 'contributor']

/** Whether a record is listed in a preview, or goes silently with what it belongs to. */
export function isListed({ after }: PreviewedRecord): boolean {
  return !UNSHOWN.includes(after.kind)
}

/**
 * The records to merge when only some are wanted: those, what they cannot do without, and what goes with their articles. Who
 * made something is always told.
 */
export function closeChoice(records: readonly PreviewedRecord[], wanted: ReadonlySet<Id>): Set<Id> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const taken = new Set<Id>()
  const take = (id: Id) => {
    const record = byId.get(id)
    if (!record || taken.has(id)) return
    taken.add(id)
    needsOf(record.after).forEach(take)
  }
  wanted.forEach(take)
  for (const { id, after } of records) {
    const article = articleOf(after)
    if (after.kind === 'contributor' || (after.kind === 'version' && article && taken.has(article))) take(id)
    if (after.kind === 'decision' && article && (taken.has(article) || !byId.has(article))) take(id)
  }
  return taken
}
