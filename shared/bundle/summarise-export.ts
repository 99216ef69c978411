import { contributorOf } from '../base/clock'
import type { Id } from '../base/ids'
import type { RecordHistory } from '../changes/transaction'
import { KINDS, type Kind } from '../domain/kinds'
import { referencesOf } from '../domain/note'
import { isDeleted } from '../domain/record'
import { type StopSignal, throwIfStopped } from './failure'
import type { BundleOptions } from './options'
import { presentState } from './present-state'
import { allHistories, type BundleSource } from './source'
import { isPrivateNote, restrict } from './withhold'

/** What a bundle would hold, and what it would leave out, told before it is written. */
export interface ExportSummary {
  /** Records that are not in the trash, by kind. */
  readonly counts: ReadonlyMap<Kind, number>
  /** Records that go along as deleted, so that colleagues' copies of them are deleted too. */
  readonly inTrash: number
  /** Everybody who had a hand in what goes along. */
  readonly contributors: readonly Id[]
  /** Of the file to be written, about. */
  readonly bytes: number
  /** Private notes among what was chosen that stay here. */
  readonly privateNotes: number
  /** How many of them a note that goes along refers to: what they were called then can be read in it. */
  readonly namedPrivateNotes: number
}

/** Bytes in a bundle for each character of the records' JSON, as measured: articles' texts are in it several times. */
const BYTES_PER_CHARACTER = { texts: 0.85, rest: 0.35 }
/** The page, the contexts and the manifests of the smallest bundle. */
const LEAST_BYTES = 20_000

/** Goes through all that a bundle would hold; nothing is written. */
export async function summariseExport(
  source: BundleSource,
  options: Pick<BundleOptions, 'only' | 'fullText' | 'privateNotes'>,
  signal?: StopSignal,
): Promise<ExportSummary> {
  const counts = new Map<Kind, number>()
  const contributors = new Set<Id>()
  let [inTrash, bytes] = [0, LEAST_BYTES]
  const left = options.privateNotes ? new Set<Id>() : await privateNotesOf(source)
  const named = new Set<Id>()
  for await (const history of allHistories(await restrict(source, { name: '', ...options }, KINDS))) {
    throwIfStopped(signal)
    for (const { stamp } of history.changes) contributors.add(contributorOf(stamp))
    if (left.size > 0 && history.kind === 'note')
      for (const id of everReferredTo(history)) if (left.has(id)) named.add(id)
    const share = history.kind === 'version' ? BYTES_PER_CHARACTER.texts : BYTES_PER_CHARACTER.rest
    bytes += share * JSON.stringify(history).length
    if (isDeleted(presentState(history))) inTrash += 1
    else counts.set(history.kind, (counts.get(history.kind) ?? 0) + 1)
  }
  return {
    counts,
    inTrash,
    contributors: [...contributors].sort(),
    bytes: Math.round(bytes),
    privateNotes: [...left].filter((id) => !options.only || options.only.has(id)).length,
    namedPrivateNotes: named.size,
  }
}

async function privateNotesOf(source: BundleSource): Promise<Set<Id>> {
  const ids = new Set<Id>()
  for await (const history of source.histories('note')) if (isPrivateNote(history)) ids.add(history.id)
  return ids
}

/** What a note refers to or once did: its history goes along whole. */
function everReferredTo({ changes }: RecordHistory): Id[] {
  return changes.flatMap(({ set }) => (set.content === undefined ? [] : referencesOf(set.content)))
}

/** Everybody who had a hand in some records: their own records go along with these. */
export async function contributorsOf(histories: AsyncIterable<RecordHistory>): Promise<Set<Id>> {
  const contributors = new Set<Id>()
  for await (const { changes } of histories)
    for (const { stamp } of changes) contributors.add(contributorOf(stamp))
  return contributors
}
