import type { Stamp } from '../base/clock'
import { foldRecord } from '../changes/fold'
import type { RecordHistory } from '../changes/transaction'
import type { BundleOptions } from './options'
import { type BundleSource, mapSource } from './source'

/** A version without its text: everything else stays, so that the text can be joined to it again by merging. */
function withoutText(history: RecordHistory): RecordHistory {
  if (history.kind !== 'version') return history
  const changes = history.changes.map((change) =>
    Object.hasOwn(change.set, 'blocks') ? { ...change, set: { ...change.set, blocks: [] } } : change,
  )
  return { ...history, changes }
}

/** Whether a link has, or ever had, one of the records at an end. */
function touches({ changes }: RecordHistory, ids: ReadonlySet<string>): boolean {
  return changes.some(({ set }) => ids.has(String(set.from)) || ids.has(String(set.to)))
}

/** Whether a history is of a note that its author keeps to themselves. */
export const isPrivateNote = (history: RecordHistory) =>
  history.kind === 'note' && foldRecord(history).fields.private === true

/** The stamps of a source's changes: their transactions' notes go along, others do not. */
async function stampsOf(source: BundleSource, kinds: readonly RecordHistory['kind'][]): Promise<Set<Stamp>> {
  const stamps = new Set<Stamp>()
  for (const kind of kinds) {
    for await (const { changes } of source.histories(kind)) for (const { stamp } of changes) stamps.add(stamp)
  }
  return stamps
}

/** Private notes, and the links to them: a link's comment says as much of a note as the note itself. */
async function findPrivate(source: BundleSource): Promise<ReadonlySet<string>> {
  const notes = new Set<string>()
  for await (const note of source.histories('note')) if (isPrivateNote(note)) notes.add(note.id)
  if (notes.size === 0) return notes
  const found = new Set(notes)
  for await (const link of source.histories('link')) if (touches(link, notes)) found.add(link.id)
  return found
}

/** The part of a source that the options let out. */
export async function restrict(
  source: BundleSource,
  options: BundleOptions,
  kinds: readonly RecordHistory['kind'][],
): Promise<BundleSource> {
  const { only, fullText = true, privateNotes = false } = options
  const hidden = privateNotes ? new Set<string>() : await findPrivate(source)
  if (!only && fullText && hidden.size === 0) return source
  const change = (history: RecordHistory) => {
    if (hidden.has(history.id) || (only && !only.has(history.id))) return null
    return fullText ? history : withoutText(history)
  }
  const part = mapSource(source, change, () => true)
  if (!only && hidden.size === 0) return part
  const stamps = await stampsOf(part, kinds)
  return mapSource(source, change, ({ stamp }) => stamps.has(stamp))
}
