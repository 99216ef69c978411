import { bufferedSource } from './container/buffered-source'
import type { ByteSource } from './container/byte-source'
import { showPath } from './container/paths'
import type { ZipEntry } from './container/zip-layout'
import { readDirectory, unpack } from './container/zip-reader'
import { refuse, type StopSignal } from './failure'
import { BAGIT_TEXT, PATHS, READ_LIMITS } from './format'
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
/** The files around the payload that every bag has. */
export const TAG_FILES: readonly string[] = [PATHS.bagit, PATHS.info, PATHS.manifest, PATHS.tagManifest]

/** Checks the container and finds the bag in it. */
export async function openBag(unbuffered: ByteSource, signal?: StopSignal): Promise<OpenBag> {
  const source = bufferedSource(unbuffered)
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
