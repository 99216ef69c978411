import { type BagInfo, parseManifest } from './bagit'
import type { ByteSource } from './container/byte-source'
import { type MakeHash, toHex } from './container/hash'
import { showPath } from './container/paths'
import type { ZipEntry } from './container/zip-layout'
import { readDirectory, unpack } from './container/zip-reader'
import { refuse, type StopSignal } from './failure'
import { BAGIT_TEXT, PATHS, READ_LIMITS } from './format'
import type { Progress } from './progress'
import { decodeText } from './utf8'

/** A bag whose container is sound; what is inside its files is not known yet. */
export interface OpenBag {
  readonly folder: string
  readonly entries: readonly ZipEntry[]
  /** By path inside the bag's folder. */
  readonly files: ReadonlyMap<string, ZipEntry>
  /** Unpacks one of the bag's small files whole. */
  bytes(path: string): Promise<Uint8Array>
  unpack(entry: ZipEntry): AsyncIterable<Uint8Array>
}

const AGE_HEADER = 'age-encryption.org/'
const TAG_FILES: readonly string[] = [PATHS.bagit, PATHS.info, PATHS.manifest, PATHS.tagManifest]

/** Checks the container and finds the bag in it. */
export async function openBag(source: ByteSource, signal?: StopSignal): Promise<OpenBag> {
  await refuseOtherFiles(source)
  const entries = await readDirectory(source, signal)
  const folder = (entries[0]?.path ?? '').split('/')[0] ?? ''
  const files = new Map<string, ZipEntry>()
  for (const entry of entries) {
    if (!entry.path.startsWith(`${folder}/`))
      refuse('not-a-bundle', `This zip is not a bundle: “${showPath(entry.path)}” is outside its one folder.`)
    files.set(entry.path.slice(folder.length + 1), entry)
  }
  for (const path of TAG_FILES) {
    if (!files.has(path)) refuse('not-a-bundle', `This zip is not a bundle: it lacks “${path}”.`)
  }
  const bag: OpenBag = {
    folder,
    entries,
    files,
    bytes: (path) => readBytes(source, files.get(path), path, signal),
    unpack: (entry) => unpack(source, entry, signal),
  }
  if ((await readWhole(bag, PATHS.bagit)) !== BAGIT_TEXT)
    refuse('not-a-bundle', `“${PATHS.bagit}” does not declare a BagIt 1.0 bag in UTF-8.`)
  return bag
}

async function refuseOtherFiles(source: ByteSource): Promise<void> {
  if (source.size === 0) refuse('not-a-bundle', 'This file is empty.')
  const start = decodeText(await source.read(0, Math.min(AGE_HEADER.length, source.size)))
  if (start === AGE_HEADER)
    refuse('bundle-encrypted', 'This bundle is encrypted: open it with its passphrase or key.')
}

async function readBytes(
  source: ByteSource,
  entry: ZipEntry | undefined,
  path: string,
  signal: StopSignal | undefined,
): Promise<Uint8Array> {
  if (!entry) return refuse('bundle-damaged', `The bundle lacks “${path}”.`)
  if (entry.size > READ_LIMITS.tagFile) refuse('bundle-too-large', `“${path}” is too large.`)
  const whole = new Uint8Array(entry.size)
  let at = 0
  for await (const piece of unpack(source, entry, signal)) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The text of one of the bag's small files. */
export async function readWhole(bag: OpenBag, path: string): Promise<string> {
  const text = decodeText(await bag.bytes(path))
  return text ?? refuse('bundle-damaged', `“${path}” is not UTF-8.`)
}

/** Compares every file with the hash that the manifests give it; nothing may be missing, nothing may be over. */
export async function checkHashes(
  bag: OpenBag,
  info: BagInfo,
  newHash: MakeHash,
  progress: Progress,
  signal?: StopSignal,
): Promise<void> {
  const tags = parseManifest(await readWhole(bag, PATHS.tagManifest), PATHS.tagManifest)
  const payload = parseManifest(await readWhole(bag, PATHS.manifest), PATHS.manifest)
  checkTagList(tags)
  const bytes = checkListing(bag, payload)
  let done = 0
  for (const [path, hash] of [...tags, ...payload]) {
    const entry = bag.files.get(path)
    if (!entry)
      return refuse('bundle-damaged', `The bundle lacks “${showPath(path)}”, which its manifest lists.`)
    if ((await hashOf(bag.unpack(entry), newHash)) !== hash)
      refuse('bundle-damaged', `“${showPath(path)}” is not what the manifest says: its SHA-256 differs.`)
    done += entry.size
    progress(done, 0)
    if (signal?.aborted) refuse('stopped', 'Stopped. Nothing was changed.')
  }
  if (bytes !== info.payloadBytes || payload.size !== info.payloadFiles)
    refuse('bundle-damaged', `“${PATHS.info}” states another size than the files have.`)
}

async function hashOf(pieces: AsyncIterable<Uint8Array>, newHash: MakeHash): Promise<string> {
  const hash = newHash()
  for await (const piece of pieces) hash.update(piece)
  return toHex(hash.digest())
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
