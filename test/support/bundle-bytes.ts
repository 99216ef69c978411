import type { BundleOptions } from '@shared/bundle/options'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { allHistories, type BundleSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import type { RecordHistory } from '@shared/changes/transaction'

/** A bundle's bytes in one piece. */
export async function bundleBytes(
  source: BundleSource,
  options: Partial<BundleOptions> = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeBundle(source, { name: 'Harbour', ...options })) pieces.push(piece.slice())
  return new Uint8Array(Buffer.concat(pieces))
}

/** Opens a bundle that must be sound. */
export async function openBundle(bytes: Uint8Array): Promise<BundleContents> {
  const opened = await readBundle(bytes)
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  return opened.value
}

/** All histories of a source, sorted by id. */
export async function listHistories(source: BundleSource): Promise<RecordHistory[]> {
  const list: RecordHistory[] = []
  for await (const history of allHistories(source)) list.push(history)
  return list.sort((a, b) => (a.id < b.id ? -1 : 1))
}
