import type { Kind, RecordByKind } from '../../domain/kinds'
import { isDeleted } from '../../domain/record'
import type { MakeHash } from '../container/hash'
import type { FilePart } from '../container/zip-writer'
import { presentState } from '../present-state'
import { type BundleSource, historyRuns, type Stream } from '../source'
import type { Digest } from './digest'

/** What a part of a bundle is made from. Parts after the records find the digest filled. */
export interface PartContext {
  readonly name: string
  readonly source: BundleSource
  readonly digest: Digest
  readonly newHash: MakeHash
  /** Whether versions come with their text. */
  readonly fullText: boolean
  /** Paths of the payload's files so far, relative to `data/`, in the order in which they were written. */
  readonly payload: () => Iterable<string>
}

/** Makes some files of the payload; a new one joins by a line in the list of `write-bundle.ts`. */
export type Part = (context: PartContext) => Stream<FilePart>

/** The present records of one kind, the trash left out, in order of id, in runs. */
export async function* runsOf<K extends Kind>(
  source: BundleSource,
  kind: K,
): AsyncGenerator<readonly RecordByKind[K][], void, undefined> {
  for await (const run of historyRuns(source, kind)) {
    const records = run.map((history) => presentState(history) as unknown as RecordByKind[K])
    yield records.filter((record) => !isDeleted(record))
  }
}

/** The present records of one kind, one by one. */
export async function* recordsOf<K extends Kind>(
  source: BundleSource,
  kind: K,
): AsyncGenerator<RecordByKind[K], void, undefined> {
  for await (const run of runsOf(source, kind)) yield* run
}
