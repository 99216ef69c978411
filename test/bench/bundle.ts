// `npm run bench -- bundle [annotations] [articles]`: writing and reading a bundle, beside a floor (Node's own deflate and hash on the
// same files) and beside fflate, jszip and zip.js where they are installed. Each runs in a process of its own, for its peak of memory.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { nodeHash, openFile } from '@electron/cli/bundle-files'
import { openBag } from '@shared/bundle/open-bag'
import { readBundle } from '@shared/bundle/read-bundle'
import { allHistories, type BundleSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import { unzipSync, zipSync } from 'fflate'
import { makeLongNotebook } from './bundle-source'

const [mode, ...given] = process.argv.slice(2)
const folderOf = (path: string) => readdirSync(path, { recursive: true, withFileTypes: true })
const filesIn = (path: string) =>
  folderOf(path)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

async function write(path: string, source: BundleSource): Promise<void> {
  const file = await open(path, 'w')
  for await (const chunk of writeBundle(source, { name: 'Bench', newHash: nodeHash })) await file.write(chunk)
  await file.close()
}

async function read(path: string): Promise<void> {
  const file = await openFile(path)
  if (!file.ok) throw new Error(file.error.message)
  const opened = await readBundle(file.value, { newHash: nodeHash })
  if (!opened.ok) throw new Error(opened.error.message)
  let count = 0
  for await (const _history of allHistories(opened.value)) count += 1
  if (count === 0) throw new Error('nothing was read')
}

async function unpack(path: string, folder: string): Promise<void> {
  const file = await openFile(path)
  if (!file.ok) throw new Error(file.error.message)
  const bag = await openBag(file.value)
  for (const entry of bag.entries) {
    const target = join(folder, entry.path)
    mkdirSync(dirname(target), { recursive: true })
    const out = await open(target, 'w')
    for await (const piece of bag.unpack(entry)) await out.write(piece)
    await out.close()
    // The floor of reading needs the files deflated by themselves.
    await through(target, `${target}.deflated`, createDeflateRaw())
  }
}

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

const plain = (folder: string) => filesIn(folder).filter((path) => !path.endsWith('.deflated'))

async function floorWrite(folder: string): Promise<void> {
  for (const path of plain(folder)) await through(path, null, createDeflateRaw(), 'in')
}

async function floorRead(folder: string): Promise<void> {
  for (const path of filesIn(folder).filter((name) => name.endsWith('.deflated')))
    await through(path, null, createInflateRaw(), 'out')
}

const inMemory = (folder: string) =>
  Object.fromEntries(
    plain(folder).map((path) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))]),
  )

/** Peers are no dependencies of ours: they are measured where somebody has installed them beside. */
async function peer<T>(name: string): Promise<T> {
  try {
    return (await import(/* @vite-ignore */ name)) as T
  } catch {
    console.log(JSON.stringify({ missing: name }))
    process.exit(0)
  }
}

interface JsZip {
  default: new () => {
    file(path: string, bytes: Uint8Array): void
    generateAsync(options: object): Promise<Uint8Array>
  }
}

async function jszipWrite(folder: string): Promise<void> {
  const { default: JSZip } = await peer<JsZip>('jszip')
  const zip = new JSZip()
  for (const [path, bytes] of Object.entries(inMemory(folder))) zip.file(path, bytes)
  await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

interface ZipJs {
  ZipWriter: new (
    writer: object,
  ) => { add(path: string, reader: object): Promise<void>; close(): Promise<void> }
  Uint8ArrayWriter: new () => object
  Uint8ArrayReader: new (bytes: Uint8Array) => object
}

async function zipJsWrite(folder: string): Promise<void> {
  const { ZipWriter, Uint8ArrayWriter, Uint8ArrayReader } = await peer<ZipJs>('@zip.js/zip.js')
  const writer = new ZipWriter(new Uint8ArrayWriter())
  for (const [path, bytes] of Object.entries(inMemory(folder)))
    await writer.add(path, new Uint8ArrayReader(bytes))
  await writer.close()
}

const MODES: Readonly<Record<string, (...args: string[]) => Promise<unknown>>> = {
  write: async (path, annotations, articles) =>
    write(path as string, makeLongNotebook(Number(annotations), Number(articles))),
  read: async (path) => read(path as string),
  unpack: async (path, folder) => unpack(path as string, folder as string),
  'floor-write': async (folder) => floorWrite(folder as string),
  'floor-read': async (folder) => floorRead(folder as string),
  'fflate-write': async (folder) => zipSync(inMemory(folder as string), { level: 6 }),
  'fflate-read': async (path) => unzipSync(new Uint8Array(readFileSync(path as string))),
  'jszip-write': async (folder) => jszipWrite(folder as string),
  'zip.js-write': async (folder) => zipJsWrite(folder as string),
}

interface Measured {
  readonly ms: number
  readonly mb: number
  readonly missing?: string
}

function measure(label: string, ...args: string[]): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [process.argv[1] as string, ...args], {
    encoding: 'utf8',
  })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (status !== 0) throw new Error(`${label}: ${stderr}`)
  const measured = JSON.parse(last) as Measured
  if (measured.missing) console.log(`${label.padEnd(34)} not installed`)
  else
    console.log(
      `${label.padEnd(34)} ${(measured.ms / 1000).toFixed(2).padStart(7)} s   peak ${measured.mb.toFixed(0).padStart(5)} MB`,
    )
  return measured
}

function compareAll(annotations: string, articles: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'florilegium-bench-'))
  const [bundle, files] = [join(folder, 'bench.florilegium'), join(folder, 'files')]
  console.log(`${annotations} annotations, ${articles} articles`)
  const written = measure('write', 'write', bundle, annotations, articles)
  const readIn = measure('read', 'read', bundle)
  measure('(unpack for the others)', 'unpack', bundle, files)
  const floorWriting = measure('floor of writing: deflate, hash', 'floor-write', files)
  const floorReading = measure('floor of reading: inflate, hash', 'floor-read', files)
  measure('fflate zipSync', 'fflate-write', files)
  measure('fflate unzipSync', 'fflate-read', bundle)
  measure('jszip', 'jszip-write', files)
  measure('zip.js', 'zip.js-write', files)
  const tenth = measure(
    'write a tenth',
    'write',
    bundle,
    String(Number(annotations) / 10),
    String(Number(articles) / 10),
  )
  const size = plain(files).reduce((sum, path) => sum + statSync(path).size, 0)
  const ratio = (written.ms + readIn.ms) / (floorWriting.ms + floorReading.ms)
  console.log(`content ${(size / 2 ** 20).toFixed(0)} MB`)
  console.log(
    `write ${(written.ms / floorWriting.ms).toFixed(2)} x floor, read ${(readIn.ms / floorReading.ms).toFixed(2)} x, both ${ratio.toFixed(2)} x (goal 2)`,
  )
  console.log(`peak of ten times the content ${(written.mb / tenth.mb).toFixed(2)} x (goal 1.3)`)
  rmSync(folder, { recursive: true, force: true })
}

const run = MODES[mode ?? '']
if (run) {
  const start = performance.now()
  await run(...given)
  console.log(JSON.stringify({ ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }))
} else compareAll(mode ?? '100000', given[0] ?? '1000')
