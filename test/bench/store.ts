import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveBenchPage } from '@test/support/bench-page'
import { launchProfile } from '@test/support/browser'
import { median } from '@test/support/median'
import type { BrowserContext } from 'playwright-core'

// npm run bench -- store [runs] [records]
const runs = Number(process.argv[2] ?? 3)
const records = Number(process.argv[3] ?? 100_000)
const EDITS = 100

/** Runs one job of the page, each in a page of its own. */
async function run<T>(context: BrowserContext, address: string, job: string, argument: number): Promise<T> {
  const page = await context.newPage()
  try {
    await page.goto(address)
    await page.waitForFunction('window.bench')
    return await page.evaluate<T, [string, number]>(
      ([name, number]) => Reflect.get(window, 'bench')[name](number) as T,
      [job, argument],
    )
  } finally {
    await page.close()
  }
}

interface Measures {
  readonly [measure: string]: number
}

/** All subjects once, on a fresh profile on disk. */
async function measureOnce(address: string): Promise<Measures> {
  const profile = await mkdtemp(join(tmpdir(), 'florilegium-bench-'))
  const context = await launchProfile(profile)
  try {
    const absorb = await run<number>(context, address, 'absorb', records)
    const open = await run<number>(context, address, 'open', 0)
    const single = await run<{ [what in 'edits' | 'puts' | 'flushes']: number[] }>(
      context,
      address,
      'edits',
      EDITS,
    )
    const busy = await run<number[]>(context, address, 'editsUnderSnapshot', 0)
    const packed = await run<{ write: number; read: number }>(context, address, 'packed', records)
    const addon = await run<number>(context, address, 'addon', records)
    const raw = await run<number>(context, address, 'raw', records)
    const bare = median(single.puts) + median(single.flushes)
    return {
      absorb,
      addon,
      raw,
      packed: packed.write,
      open,
      read: packed.read,
      edit: median(single.edits),
      busy: median(busy),
      worst: Math.max(...busy),
      bare,
    }
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const { address, close } = await serveBenchPage('store')
const measured: Measures[] = []
for (let turn = 0; turn < runs; turn += 1) measured.push(await measureOnce(address))
close()

const of = (measure: string) => median(measured.map((one) => one[measure] ?? Number.NaN))
const line = (what: string, ms: number, note = '') =>
  console.log(`${what.padEnd(52)} ${ms.toFixed(ms < 100 ? 1 : 0).padStart(8)} ms  ${note}`)
const times = (a: number, b: number) => `${(a / b).toFixed(2)} x`

console.log(`${records.toLocaleString('en')} annotations, median of ${runs} runs`)
line(
  'import: ours (store and journal)',
  of('absorb'),
  `${times(of('absorb'), of('addon'))} dexie-export-import`,
)
line('import: dexie-export-import', of('addon'))
line('import: raw IndexedDB, four indexes', of('raw'), `${times(of('absorb'), of('raw'))}`)
line('import: packed floor, no journal', of('packed'), `${times(of('absorb'), of('packed'))}`)
line('open to a usable library: ours', of('open'), `${times(of('open'), of('read'))} packed floor`)
line('read all: packed floor', of('read'))
line('one edit acknowledged: ours', of('edit'), `${times(of('edit'), of('bare'))} strict put + flush`)
line('the same while a snapshot is written', of('busy'), `at worst ${of('worst').toFixed(0)} ms`)
line('one strict put + one flush of 600 bytes', of('bare'))
