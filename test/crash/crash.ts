import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchProfile } from '@test/support/browser'
import { ElectronDouble } from '@test/support/electron-double/electron-double'
import { killChromium } from '@test/support/kill-chromium'
import { serveFolder } from '@test/support/serve-folder'
import type { Page } from 'playwright-core'

/** How one mode opens the page on what is on disk, and ends its browser as a crash would. */
interface Mode {
  readonly name: string
  readonly open: () => Promise<{ readonly page: Page; readonly crash: () => Promise<void> }>
  /** What the crash destroys besides. */
  readonly spoil: () => Promise<void>
}

/** Milliseconds. */
const LONGEST_LIFE = 900
/** Milliseconds. */
const PATIENCE = 300_000
const BUILT = join(process.cwd(), '.cache/crash/page')
const folder = await mkdtemp(join(tmpdir(), 'florilegium-crash-'))

function browserMode(address: string): Mode {
  const profile = join(folder, 'browser-profile')
  return {
    name: 'browser host, store intact',
    open: async () => {
      const context = await launchProfile(profile)
      const page = await context.newPage()
      await page.goto(address)
      return {
        page,
        crash: async () => {
          await killChromium(profile)
          await context.close().catch(() => undefined)
        },
      }
    },
    spoil: async () => undefined,
  }
}

async function desktopMode(name: string, deletesProfile: boolean): Promise<Mode> {
  const app = join(folder, `app-${deletesProfile}`)
  const home = join(folder, `home-${deletesProfile}`)
  await mkdir(join(app, 'dist'), { recursive: true })
  await cp('package.json', join(app, 'package.json'))
  for (const part of ['electron', 'preload'])
    await cp(join('dist', part), join(app, 'dist', part), { recursive: true })
  await cp(BUILT, join(app, 'dist/renderer'), { recursive: true })
  return {
    name,
    open: async () => {
      const double = await ElectronDouble.launch({ folder: app, home })
      return { page: await double.page(), crash: () => double.crash() }
    },
    spoil: async () => {
      if (deletesProfile) await rm(join(home, 'browser'), { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Opens the page and waits until the notebook is there: a long journal takes its time on a busy machine. */
async function openPatiently(mode: Mode) {
  const opened = await mode.open()
  opened.page.setDefaultTimeout(PATIENCE)
  await opened.page.waitForFunction(() => window.crash !== undefined)
  return opened
}

/** One life of the browser: edits until it is killed at a random moment. Gives the labels that were acknowledged. */
async function live(mode: Mode, round: number): Promise<string[]> {
  const { page, crash } = await openPatiently(mode)
  const acknowledged: string[] = []
  await page.exposeBinding('acknowledged', (_source, label: string) => {
    acknowledged.push(label)
  })
  await page.evaluate((number) => window.crash?.edit(number), round)
  await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * LONGEST_LIFE))
  await crash()
  await mode.spoil()
  return acknowledged
}

async function labelsAfter(mode: Mode): Promise<ReadonlySet<string>> {
  const { page, crash } = await openPatiently(mode)
  const labels = new Set(await page.evaluate(() => window.crash?.labels() ?? []))
  await crash()
  return labels
}

async function tryMode(mode: Mode, rounds: number): Promise<number> {
  const acknowledged: string[] = []
  let lost = 0
  for (let round = 1; round <= rounds; round += 1) {
    acknowledged.push(...(await live(mode, round)))
    // Looking costs a launch: the next round opens the notebook too, so every tenth look and the last are enough.
    if (round % 10 !== 0 && round !== rounds) continue
    const labels = await labelsAfter(mode)
    lost = acknowledged.filter((label) => !labels.has(label)).length
    if (lost > 0) break
  }
  const count = acknowledged.length.toLocaleString('en')
  console.log(`${mode.name}: ${rounds} rounds, ${count} edits acknowledged, ${lost} edits lost`)
  return acknowledged.length === 0 ? 1 : lost
}

const rounds = Number(process.argv[2])
const { address, close } = await serveFolder(BUILT)
const modes = [
  browserMode(address),
  await desktopMode('desktop host (double), store intact', false),
  await desktopMode('desktop host (double), profile deleted', true),
]
let lost = 0
for (const mode of modes) lost += await tryMode(mode, rounds)
close()
await rm(folder, { recursive: true, force: true, maxRetries: 5 })
process.exit(lost === 0 ? 0 : 1)
