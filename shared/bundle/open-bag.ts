import { bufferedSource } from './container/buffered-source'
import type { ByteSource } from './container/byte-source'
import { showPath } from './container/paths'
import { type Directory, readDirectory } from './container/zip-directory'
import type { ZipEntry } from './container/zip-layout'
import { unpack } from './container/zip-reader'
import { refuse, type StopSignal } from './failure'
import { BAGIT_TEXT, PATHS, READ_LIMITS, RECORD_ORDER, recordsPath } from './format'
import { decodeText } from './utf8'

/** A bag whose container is sound; what is inside its files is not known yet. */
export interface OpenBag {
  readonly folder: string
  readonly directory: Directory
  /** Path of a file inside the bag's folder. */
  pathOf(entry: ZipEntry): string
  /** Place in the directory of a file that bundles hold once; null when it is not there. Articles and notes are met by going through the directory. */
  placeOf(path: string): number | null
  /** Unpacks one of the bag's small files whole. */
  bytes(path: string): Promise<Uint8Array>
  unpack(entry: ZipEntry): AsyncIterable<Uint8Array>
}

const AGE_HEADER = 'age-encryption.org/'
/** The files around the payload that every bag has. */
export const TAG_FILES: readonly string[] = [PATHS.bagit, PATHS.info, PATHS.manifest, PATHS.tagManifest]

/** What is looked for by its name. */
const NAMED: ReadonlySet<string> = new Set([
  ...TAG_FILES,
  PATHS.signature,
  PATHS.transactions,
  ...RECORD_ORDER.map(recordsPath),
])

/** Checks the container and finds the bag in it. */
export async function openBag(unbuffered: ByteSource, signal?: StopSignal): Promise<OpenBag> {
  const source = bufferedSource(unbuffered)
  await refuseOtherFiles(source)
  const directory = await readDirectory(source, signal)
  const folder = directory.at(0).path.split('/')[0] ?? ''
  const places = findNamed(directory, folder)
  for (const path of TAG_FILES) {
    if (!places.has(path)) refuse('not-a-bundle', `This zip is not a bundle: it lacks “${path}”.`)
  }
  const placeOf = (path: string) => places.get(path) ?? null
  const bag: OpenBag = {
    folder,
    directory,
    pathOf: ({ path }) => path.slice(folder.length + 1),
    placeOf,
    bytes: (path) => readBytes(source, entryAt(directory, placeOf(path), path), path, signal),
    unpack: (entry) => unpack(source, entry, signal),
  }
  if ((await readWhole(bag, PATHS.bagit)) !== BAGIT_TEXT)
    refuse('not-a-bundle', `“${PATHS.bagit}” does not declare a BagIt 1.0 bag in UTF-8.`)
  return bag
}

/** Places of the files that are looked for by name; every file must be in the one folder. */
function findNamed(directory: Directory, folder: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let place = 0
  for (const { path } of directory) {
    if (!path.startsWith(`${folder}/`))
      refuse('not-a-bundle', `This zip is not a bundle: “${showPath(path)}” is outside its one folder.`)
    const inside = path.slice(folder.length + 1)
    if (NAMED.has(inside)) places.set(inside, place)
    place += 1
  }
  return places
}

/** The file at a place, which must be there. */
function entryAt(directory: Directory, place: number | null, path: string): ZipEntry {
  return place === null
    ? refuse('bundle-damaged', `The bundle lacks “${showPath(path)}”.`)
    : directory.at(place)
}

/** One of the files that bundles hold once; refuses a bundle without it. */
export function namedFile(bag: OpenBag, path: string): ZipEntry {
  return entryAt(bag.directory, bag.placeOf(path), path)
}

async function refuseOtherFiles(source: ByteSource): Promise<void> {
  if (source.size === 0) refuse('not-a-bundle', 'This file is empty.')
  const start = decodeText(await source.read(0, Math.min(AGE_HEADER.length, source.size)))
  if (start === AGE_HEADER)
    refuse('bundle-encrypted', 'This bundle is encrypted: open it with its passphrase or key.')
}

async function readBytes(
  source: ByteSource,
  entry: ZipEntry,
  path: string,
  signal: StopSignal | undefined,
): Promise<Uint8Array> {
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
