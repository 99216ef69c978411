// `npm run bench -- bundle [annotations] [articles]`: writing and reading a bundle, beside a floor (Node's own deflate and hash on the
// same files) and beside fflate, jszip and zip.js. Each runs in a process of its own, for its peak of memory. Time is taken with the
// notebook in memory, as the app has it; memory with a notebook that is made up on the way, so that only the bundle's own is counted.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodeHash, type OpenedFile, openFile } from '@electron/cli/bundle-files'
import { keepYoungSpaceSmall } from '@electron/cli/engine'
import { openBag } from '@shared/bundle/open-bag'
import { readBundle } from '@shared/bundle/read-bundle'
import { allHistories, type BundleSource, listAsSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import { median } from '@test/support/median'
import { floorRead, floorWrite, PEERS, plainFiles, prepareFloor } from './bundle-peers'
import { makeLongNotebook } from './bundle-source'

const [mode, ...given] = process.argv.slice(2)

async function write(path: string, source: BundleSource): Promise<void> {
  const file = await open(path, 'w')
  for await (const chunk of writeBundle(source, { name: 'Bench', newHash: nodeHash })) await file.write(chunk)
  await file.close()
}

async function openOrThrow(path: string): Promise<OpenedFile> {
  const file = await openFile(path)
  if (!file.ok) throw new Error(file.error.message)
  return file.value
}

async function read(path: string): Promise<void> {
  const file = await openOrThrow(path)
  const opened = await readBundle(file, { newHash: nodeHash })
  if (!opened.ok) throw new Error(opened.error.message)
  let count = 0
  for await (const _history of allHistories(opened.value)) count += 1
  if (count === 0) throw new Error('nothing was read')
  await file.close()
}

async function unpack(path: string, folder: string): Promise<void> {
  const file = await openOrThrow(path)
  const bag = await openBag(file)
  for (const entry of bag.directory) {
    const target = join(folder, entry.path)
    mkdirSync(dirname(target), { recursive: true })
    const out = await open(target, 'w')
    for await (const piece of bag.unpack(entry)) await out.write(piece)
    await out.close()
  }
  await file.close()
  await prepareFloor(folder)
}

async function inMemory(source: BundleSource): Promise<BundleSource> {
  const histories = []
  for await (const history of allHistories(source)) histories.push(history)
  const notes = []
  for await (const note of source.transactionNotes()) notes.push(note)
  return listAsSource(histories, notes)
}

type Work = () => Promise<unknown>

/** At the end of a mode: with what the command line asks of the engine. */
const AS_COMMAND = ':command'

/** Prepares the work of a mode; the clock starts when what it gives is called. */
const MODES: Readonly<Record<string, (...args: string[]) => Promise<Work>>> = {
  write: async (path = '', annotations, articles) => {
    const held = await inMemory(makeLongNotebook(Number(annotations), Number(articles)))
    return () => write(path, held)
  },
  'write-streamed': async (path = '', annotations, articles) => {
    const source = makeLongNotebook(Number(annotations), Number(articles))
    return () => write(path, source)
  },
  nothing: async () => async () => {},
  read:
    async (path = '') =>
    () =>
      read(path),
  unpack:
    async (path = '', folder = '') =>
    () =>
      unpack(path, folder),
  'floor-write':
    async (folder = '') =>
    () =>
      floorWrite(folder),
  'floor-read':
    async (folder = '') =>
    () =>
      floorRead(folder),
}

interface Measured {
  readonly ms: number
  /** Of all threads, in milliseconds. */
  readonly cpu: number
  readonly mb: number
}

function run(label: string, ...args: string[]): Measured {
  return runIn([], label, ...args)
}

/** Runs one piece of work in a process of its own, with flags for the engine. */
function runIn(flags: readonly string[], label: string, ...args: string[]): Measured {
  const script = process.argv[1] as string
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, script, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${label}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
}

/** Measures several times and says the medians. */
function measure(label: string, rounds: number, ...args: string[]): Measured {
  const runs = Array.from({ length: rounds }, () => run(label, ...args))
  const [ms, cpu, mb] = (['ms', 'cpu', 'mb'] as const).map((key) => median(runs.map((one) => one[key]))) as [
    number,
    number,
    number,
  ]
  const seconds = (value: number) => `${(value / 1000).toFixed(2).padStart(7)} s`
  console.log(
    `${label.padEnd(34)} ${seconds(ms)}   processor ${seconds(cpu)}   peak ${mb.toFixed(0).padStart(5)} MB`,
  )
  return { ms, cpu, mb }
}

const ROUNDS = 3

function compareAll(annotations: string, articles: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'florilegium-bench-'))
  const [bundle, files] = [join(folder, 'bench.florilegium'), join(folder, 'files')]
  console.log(`${annotations} annotations, ${articles} articles; medians of ${ROUNDS}`)
  run('write', 'write', bundle, annotations, articles)
  run('unpack', 'unpack', bundle, files)
  const written = measure('write', ROUNDS, 'write', bundle, annotations, articles)
  const floorWriting = measure('floor of writing: deflate, hash', ROUNDS, 'floor-write', files)
  const readIn = measure('read', ROUNDS, 'read', bundle)
  const floorReading = measure('floor of reading: inflate, hash', ROUNDS, 'floor-read', files)
  for (const peer of Object.keys(PEERS))
    measure(peer.replace('-', ', '), 1, peer, peer.endsWith('write') ? files : bundle)
  const both = (key: 'ms' | 'cpu') => (written[key] + readIn[key]) / (floorWriting[key] + floorReading[key])
  const size = plainFiles(files).reduce((sum, path) => sum + statSync(path).size, 0)
  console.log(
    `content ${(size / 2 ** 20).toFixed(0)} MB, bundle ${(statSync(bundle).size / 2 ** 20).toFixed(0)} MB`,
  )
  console.log(
    `write ${(written.ms / floorWriting.ms).toFixed(2)} x floor, read ${(readIn.ms / floorReading.ms).toFixed(2)} x, both ${both('ms').toFixed(2)} x (goal 2); processor time ${both('cpu').toFixed(2)} x`,
  )
  compareMemory(join(folder, 'tenth.florilegium'), bundle, Number(annotations), Number(articles))
  rmSync(folder, { recursive: true, force: true })
}

/** How the engine is set, by flags or by what the command line asks of it, and what that is called. */
const WAYS: readonly { readonly name: string; readonly flags: readonly string[]; readonly ending: string }[] =
  [
    { name: 'as the engine takes it', flags: [], ending: '' },
    { name: 'as the command line runs', flags: [], ending: AS_COMMAND },
    // Both sizes must do with it: what the work needs, rather than what the engine takes while nothing stops it.
    {
      name: 'in a heap of 64 MB',
      flags: ['--max-semi-space-size=2', '--max-old-space-size=64'],
      ending: '',
    },
  ]

/** Peaks of whole processes at a tenth of the content and at all of it; nearly half of each is the process itself. */
function compareMemory(small: string, large: string, annotations: number, articles: number): void {
  console.log(`memory of a process that does nothing: ${run('nothing', 'nothing').mb.toFixed(0)} MB`)
  for (const { name, flags, ending } of WAYS) {
    const peakOf = (mode: string, ...args: string[]) =>
      median(Array.from({ length: ROUNDS }, () => runIn(flags, name, mode + ending, ...args).mb))
    const describe = (tenth: number, all: number) =>
      `${tenth.toFixed(0)} MB, ten times the content ${all.toFixed(0)} MB: ${(all / tenth).toFixed(2)} x`
    const writing = describe(
      peakOf('write-streamed', small, String(annotations / 10), String(articles / 10)),
      peakOf('write-streamed', large, String(annotations), String(articles)),
    )
    const reading = describe(peakOf('read', small), peakOf('read', large))
    console.log(`peak ${name} (goal 1.3 x): write ${writing}; read ${reading}`)
  }
}

async function perform(work: Work): Promise<void> {
  ;(globalThis as { gc?: () => void }).gc?.()
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(before)]
  console.log(JSON.stringify({ ms, cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 }))
}

const isAsCommand = mode?.endsWith(AS_COMMAND) === true
if (isAsCommand) keepYoungSpaceSmall()
const prepare = MODES[isAsCommand ? mode.slice(0, -AS_COMMAND.length) : (mode ?? '')]
const peer = PEERS[mode ?? '']
if (prepare) await perform(await prepare(...given))
else if (peer) await perform(() => peer(given[0] ?? ''))
else compareAll(mode ?? '100000', given[0] ?? '1000')
