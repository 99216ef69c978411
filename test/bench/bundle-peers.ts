import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { unzipSync, zipSync } from 'fflate'
import JSZip from 'jszip'

const DEFLATED = '.deflated'

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The files of an unpacked bundle, without those that the floor of reading has beside them. */
export const plainFiles = (folder: string) => filesIn(folder).filter((path) => !path.endsWith(DEFLATED))

function through(
  from: string,
  to: string | null,
  transform: NodeJS.ReadWriteStream,
  hash?: 'in' | 'out',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const digest = createHash('sha256')
    const source = createReadStream(from, { highWaterMark: 1 << 18 })
    if (hash === 'in') source.on('data', (piece) => digest.update(piece))
    if (hash === 'out') transform.on('data', (piece) => digest.update(piece))
    const out = source.pipe(transform)
    const done = () => {
      digest.digest()
      resolve()
    }
    source.on('error', reject)
    if (to) out.pipe(createWriteStream(to)).on('finish', done)
    else out.on('data', () => {}).on('end', done)
  })
}

/** Deflates each file by itself, for the floor of reading. */
export async function prepareFloor(folder: string): Promise<void> {
  for (const path of plainFiles(folder)) await through(path, `${path}${DEFLATED}`, createDeflateRaw())
}

/** The barest code that does the work of writing: Node's own deflate and hash over the same files. */
export async function floorWrite(folder: string): Promise<void> {
  for (const path of plainFiles(folder)) await through(path, null, createDeflateRaw(), 'in')
}

/** The barest code that does the work of reading: Node's own inflate and hash. */
export async function floorRead(folder: string): Promise<void> {
  for (const path of filesIn(folder).filter((name) => name.endsWith(DEFLATED)))
    await through(path, null, createInflateRaw(), 'out')
}

const inMemory = (folder: string) =>
  plainFiles(folder).map(
    (path) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))] as const,
  )

const readWhole = (path: string) => new Uint8Array(readFileSync(path))

/** What other libraries need for the same files: packing and unpacking, nothing derived, no hash, no record checked. */
export const PEERS: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'fflate-write': async (folder) => zipSync(Object.fromEntries(inMemory(folder)), { level: 6 }),
  'fflate-read': async (path) => unzipSync(readWhole(path)),
  'jszip-write': async (folder) => {
    const zip = new JSZip()
    for (const [path, bytes] of inMemory(folder)) zip.file(path, bytes)
    await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
  },
  'jszip-read': async (path) => {
    const zip = await JSZip.loadAsync(readWhole(path))
    for (const file of Object.values(zip.files)) await file.async('uint8array')
  },
  'zip.js-write': async (folder) => {
    const writer = new ZipWriter(new Uint8ArrayWriter())
    for (const [path, bytes] of inMemory(folder)) await writer.add(path, new Uint8ArrayReader(bytes))
    await writer.close()
  },
  'zip.js-read': async (path) => {
    const reader = new ZipReader(new Uint8ArrayReader(readWhole(path)))
    for (const entry of await reader.getEntries())
      if (!entry.directory) await entry.getData(new Uint8ArrayWriter())
    await reader.close()
  },
}
