import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchProfile } from '@test/support/browser'
import { type ServedFolder, serveFolder } from '@test/support/serve-folder'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alias } from '../../vite.config.ts'

const ROOT = join(import.meta.dirname, '../..')
const OUT = join(ROOT, `.cache/storage-faults-${process.pid}`)
let server: ServedFolder
let profile: string
let context: BrowserContext

async function open(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.address)
  await page.waitForFunction(() => window.crash !== undefined, null, { timeout: 60_000 })
  return page
}

const add = (page: Page, label: string) => page.evaluate((text) => window.crash?.add(text), label)
const shown = (page: Page) => page.evaluate(() => window.crash?.shown() ?? [])
const saveState = (page: Page) => page.evaluate(() => window.crash?.saveState())

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'test/crash/page'),
    base: './',
    resolve: { alias },
    worker: { format: 'es' },
    build: { outDir: OUT, emptyOutDir: true, target: 'chrome138' },
  })
  server = await serveFolder(OUT)
  profile = await mkdtemp(join(tmpdir(), 'florilegium-faults-'))
  context = await launchProfile(profile)
}, 90_000)

afterAll(async () => {
  await context?.close()
  server?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  await rm(OUT, { recursive: true, force: true })
})

describe('the notebook in a browser', { timeout: 300_000 }, () => {
  it('keeps changes in memory while the browser’s share of the disk is full, and saves them when it is not', async () => {
    const page = await open()
    expect(await add(page, 'before')).toBeNull()
    const devtools = await context.newCDPSession(page)
    const { origin } = new URL(server.address)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    // The browser looks at its share now and then only.
    let refused: { readonly label: string; readonly sentence: string } | null = null
    for (let tries = 0; refused === null && tries < 1500; tries += 1) {
      const label = `while full ${tries}`
      const sentence = await add(page, label)
      if (sentence) refused = { label, sentence }
      else await page.waitForTimeout(100)
    }
    expect(refused?.sentence).toMatch(/full/)
    expect(await shown(page)).toContain(refused?.label)
    expect(await saveState(page)).toMatchObject({ state: 'failing' })
    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await page.waitForFunction(() => window.crash?.saveState().state === 'saved', null, { timeout: 60_000 })
    await page.close()
    const again = await open()
    expect(await shown(again)).toEqual(expect.arrayContaining(['before', refused?.label]))
    await again.close()
  })

  it('shows in one tab what another writes, and loses nothing when both write at once', async () => {
    const [one, two] = [await open(), await open()]
    const labels = Array.from({ length: 20 }, (_, number) => `tab ${number}`)
    const answers = await Promise.all(labels.map((label, number) => add(number % 2 === 0 ? one : two, label)))
    expect(answers.every((answer) => answer === null)).toBe(true)
    for (const page of [one, two])
      await page.waitForFunction(
        (wanted) => wanted.every((label) => window.crash?.shown().includes(label)),
        labels,
        { timeout: 30_000 },
      )
    await Promise.all([one.close(), two.close()])
    const again = await open()
    expect(await shown(again)).toEqual(expect.arrayContaining(labels))
    await again.close()
  })
})
