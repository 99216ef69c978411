import { type BagInfo, parseManifest } from './bagit'
import { type MakeHash, toHex } from './container/hash'
import { showPath } from './container/paths'
import { BundleFailure, refuse } from './failure'
import { PATHS } from './format'
import { type OpenBag, readWhole, TAG_FILES } from './open-bag'

/** Reads the bytes of one file; a fault it finds counts once the file is known to be the one that the manifest means. */
export type UseFile = (pieces: AsyncIterable<Uint8Array>) => Promise<void>

/** The hashes that a bag's manifests give its files. */
export interface Manifests {
  readonly tags: ReadonlyMap<string, string>
  readonly payload: ReadonlyMap<string, string>
  /** Of all files of the payload, as the zip states it. */
  readonly payloadBytes: number
}

/** Reads the manifests and checks that they list all files and that nothing else is there. */
export async function readManifests(bag: OpenBag): Promise<Manifests> {
  const tags = parseManifest(await readWhole(bag, PATHS.tagManifest), PATHS.tagManifest)
  const payload = parseManifest(await readWhole(bag, PATHS.manifest), PATHS.manifest)
  checkTagList(tags)
  const payloadBytes = checkListing(bag, payload)
  for (const path of [...tags.keys(), ...payload.keys()]) {
    if (!bag.files.has(path))
      refuse('bundle-damaged', `The bundle lacks “${showPath(path)}”, which its manifest lists.`)
  }
  return { tags, payload, payloadBytes }
}

/** Compares the size of the payload with what bag-info.txt says (`Payload-Oxum`). */
export function checkSize({ payload, payloadBytes }: Manifests, info: BagInfo): void {
  if (payloadBytes !== info.payloadBytes || payload.size !== info.payloadFiles)
    refuse('bundle-damaged', `“${PATHS.info}” states another size than the files have.`)
}

function checkTagList(tags: ReadonlyMap<string, string>): void {
  const expected = [PATHS.bagit, PATHS.info, PATHS.manifest]
  const missing = expected.find((path) => !tags.has(path))
  if (missing) refuse('bundle-damaged', `“${PATHS.tagManifest}” does not list “${missing}”.`)
  const extra = [...tags.keys()].find((path) => !(expected as string[]).includes(path))
  if (extra)
    refuse('bundle-damaged', `“${PATHS.tagManifest}” lists “${showPath(extra)}”, which it should not.`)
}

/** Every file must be listed; gives the bytes of the payload. */
function checkListing(bag: OpenBag, payload: ReadonlyMap<string, string>): number {
  let bytes = 0
  for (const [path, entry] of bag.files) {
    if (TAG_FILES.includes(path) || path === PATHS.signature) continue
    if (!path.startsWith('data/'))
      refuse('bundle-damaged', `“${showPath(path)}” does not belong into a bundle.`)
    if (!payload.has(path)) refuse('bundle-damaged', `“${showPath(path)}” is not in the manifest.`)
    bytes += entry.size
  }
  return bytes
}

/** Compares a file with its hash while it is read, so that every byte is unpacked once. */
export async function checkFile(
  bag: OpenBag,
  path: string,
  hash: string,
  newHash: MakeHash,
  use: UseFile = readAll,
): Promise<void> {
  const entry = bag.files.get(path)
  if (!entry) return refuse('bundle-damaged', `The bundle lacks “${showPath(path)}”.`)
  const digest = newHash()
  const pieces = hashed(bag.unpack(entry), digest)
  let fault: unknown = null
  let isBroken = false
  const unpacked = untilLeft(pieces, () => {
    isBroken = true
  })
  await use(unpacked).catch((error) => {
    fault = error
  })
  if (isBroken || (fault && !(fault instanceof BundleFailure))) throw fault
  await readAll(pieces)
  if (toHex(digest.digest()) !== hash)
    refuse('bundle-damaged', `“${showPath(path)}” is not what the manifest says: its SHA-256 differs.`)
  if (fault) throw fault
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, digest: ReturnType<MakeHash>) {
  for await (const piece of pieces) {
    digest.update(piece)
    yield piece
  }
}

/** The same pieces, which go on to be there for others when their reader leaves early; tells when they break off by themselves. */
function untilLeft(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  onBreak: () => void,
): AsyncIterable<Uint8Array> {
  const next = () =>
    pieces.next().catch((error) => {
      onBreak()
      throw error
    })
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of pieces);
}
