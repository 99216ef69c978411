import { type BagInfo, parseManifestLine } from './bagit'
import { showPath } from './container/paths'
import { refuse } from './failure'
import { PATHS, READ_LIMITS } from './format'
import { namedFile, type OpenBag, TAG_FILES } from './open-bag'
import { readLines } from './records/lines'

/** The hashes that a bag's manifests give its files, as hexadecimal digits. */
export interface Manifests {
  /** Of the files around the payload, by path. */
  readonly tags: ReadonlyMap<string, string>
  readonly payload: PayloadHashes
  /** Of all files of the payload, as the zip states it. */
  readonly payloadBytes: number
}

/** Reads the manifests and checks that they list all files and that nothing else is there. */
export async function readManifests(bag: OpenBag): Promise<Manifests> {
  const tags = await readTagManifest(bag)
  const payload = new PayloadHashes(bag.directory.count)
  const missing = await readPayloadManifest(bag, payload)
  checkTagList(tags)
  const payloadBytes = checkListing(bag, payload)
  const lacking = [...tags.keys()].find((path) => bag.placeOf(path) === null) ?? missing
  if (lacking !== null)
    refuse('bundle-damaged', `The bundle lacks “${showPath(lacking)}”, which its manifest lists.`)
  return { tags, payload, payloadBytes }
}

/** Compares the size of the payload with what bag-info.txt says (`Payload-Oxum`). */
export function checkSize({ payload, payloadBytes }: Manifests, info: BagInfo): void {
  if (payloadBytes !== info.payloadBytes || payload.count !== info.payloadFiles)
    refuse('bundle-damaged', `“${PATHS.info}” states another size than the files have.`)
}

const WORDS = 8
const DIGITS = 8

/** Hashes by the places of their files in the directory, 32 bytes each: a bundle may have 65,534 files. */
export class PayloadHashes {
  readonly #words: Uint32Array
  readonly #isListed: Uint8Array
  /** Files that are listed. */
  count = 0

  constructor(files: number) {
    this.#words = new Uint32Array(files * WORDS)
    this.#isListed = new Uint8Array(files)
  }

  /** Notes the hash of a file; false when it has one already. */
  add(place: number, hash: string): boolean {
    if (this.#isListed[place] === 1) return false
    this.#isListed[place] = 1
    this.count += 1
    for (let word = 0; word < WORDS; word += 1)
      this.#words[place * WORDS + word] = Number.parseInt(hash.slice(word * DIGITS, (word + 1) * DIGITS), 16)
    return true
  }

  /** The hash of a file; null when it is not listed. */
  at(place: number): string | null {
    if (this.#isListed[place] !== 1) return null
    const words = this.#words.subarray(place * WORDS, (place + 1) * WORDS)
    return Array.from(words, (word) => word.toString(16).padStart(DIGITS, '0')).join('')
  }
}

function refuseTwice(name: string, path: string): never {
  refuse('bundle-damaged', `“${name}” lists “${showPath(path)}” twice.`)
}

async function* manifestLines(bag: OpenBag, name: string) {
  const entry = namedFile(bag, name)
  if (entry.size > READ_LIMITS.tagFile) refuse('bundle-too-large', `“${name}” is too large.`)
  let line = 0
  for await (const lines of readLines(bag.unpack(entry), name)) {
    for (const text of lines) {
      line += 1
      yield parseManifestLine(text, line, name)
    }
  }
}

async function readTagManifest(bag: OpenBag): Promise<Map<string, string>> {
  const tags = new Map<string, string>()
  for await (const { path, hash } of manifestLines(bag, PATHS.tagManifest)) {
    if (tags.has(path)) refuseTwice(PATHS.tagManifest, path)
    tags.set(path, hash)
  }
  return tags
}

/** Gives the first path that is listed and not there. */
async function readPayloadManifest(bag: OpenBag, hashes: PayloadHashes): Promise<string | null> {
  const places = new Places(bag)
  let missing: string | null = null
  for await (const { path, hash } of manifestLines(bag, PATHS.manifest)) {
    const place = places.find(path)
    if (place === null) missing ??= path
    else if (!hashes.add(place, hash)) refuseTwice(PATHS.manifest, path)
  }
  return missing
}

/** Finds files by path, asked for in the order of the zip, as the writer lists them; only in another order does it need a table of them. */
class Places {
  readonly #bag: OpenBag
  #next = 0
  #byPath: ReadonlyMap<string, number> | null = null

  constructor(bag: OpenBag) {
    this.#bag = bag
  }

  find(path: string): number | null {
    const { directory } = this.#bag
    while (this.#next < directory.count && !this.#pathAt(this.#next).startsWith('data/')) this.#next += 1
    if (this.#next < directory.count && this.#pathAt(this.#next) === path) {
      this.#next += 1
      return this.#next - 1
    }
    this.#byPath ??= new Map(Array.from(directory, (entry, place) => [this.#bag.pathOf(entry), place]))
    return this.#byPath.get(path) ?? null
  }

  #pathAt(place: number): string {
    return this.#bag.pathOf(this.#bag.directory.at(place))
  }
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
function checkListing(bag: OpenBag, payload: PayloadHashes): number {
  let [bytes, place] = [0, -1]
  for (const entry of bag.directory) {
    place += 1
    const path = bag.pathOf(entry)
    if (TAG_FILES.includes(path) || path === PATHS.signature) continue
    if (!path.startsWith('data/'))
      refuse('bundle-damaged', `“${showPath(path)}” does not belong into a bundle.`)
    if (payload.at(place) === null) refuse('bundle-damaged', `“${showPath(path)}” is not in the manifest.`)
    bytes += entry.size
  }
  return bytes
}
