import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { launchProfile } from '@test/support/browser'
import { serveBuiltApp } from '@test/support/built-app'
import { unzipSync } from 'fflate'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLE } from './whole-job-article'

/** A browser's settings under which no page may keep data. */
const NO_SITE_DATA = { profile: { default_content_setting_values: { cookies: 2 } } }
const TITLE = 'The old quay will close in autumn'
let server: Awaited<ReturnType<typeof serveBuiltApp>>
let folder: string

beforeAll(async () => {
  server = await serveBuiltApp()
  folder = await mkdtemp(join(tmpdir(), 'florilegium-unsaved-'))
}, 60_000)

afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function launch(name: string, settings: object = {}): Promise<BrowserContext> {
  const profile = join(folder, name)
  await mkdir(join(profile, 'Default'), { recursive: true })
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(settings))
  const context = await launchProfile(profile)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return context
}

async function arrive(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.address)
  await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
  return page
}

async function capture(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

const countArticles = (page: Page) => page.getByText(/^1 article · /).waitFor()

/** Everything in the records of the bundle that is exported now. */
async function exportRecords(page: Page): Promise<string> {
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export a bundle' }).waitFor()
  await page.getByLabel('Name', { exact: true }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const files = unzipSync(await readFile(await download.path()))
  const records = Object.keys(files).filter((path) => path.includes('/data/records/'))
  return records.map((path) => new TextDecoder().decode(files[path])).join('\n')
}

const savingOf = (page: Page) => page.locator('[data-save-state]')

describe('a notebook that cannot be saved', { timeout: 300_000 }, () => {
  it('opens in memory where the page may keep no data, says so, and can be exported', async () => {
    const context = await launch('blocked', NO_SITE_DATA)
    const page = await arrive(context)
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page
      .getByText(/^Nothing can be saved, because this browser does not let the page keep data/)
      .waitFor()
    expect(await savingOf(page).textContent()).toBe('In memory only: export before you close')
    await capture(page, ARTICLE)
    await countArticles(page)
    expect(await savingOf(page).getAttribute('data-save-state')).toBe('memory-only')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Control+,')
    await page.getByText('Nowhere on this machine: in memory until this window closes').waitFor()
    expect(await exportRecords(page)).toContain(TITLE)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says that the disk is full, exports what is in memory, and saves it when there is space', async () => {
    const context = await launch('full')
    const page = await arrive(context)
    const devtools = await context.newCDPSession(page)
    const { origin } = new URL(server.address)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    const alert = page.getByRole('alert').filter({ hasText: /because the disk .* is full: free some space/ })
    await capture(page, ARTICLE)
    await alert.waitFor()
    await countArticles(page)
    expect(await page.getByRole('alert').count()).toBe(1)
    expect(await savingOf(page).getAttribute('data-save-state')).toBe('failing')
    expect(await exportRecords(page)).toContain(TITLE)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await page.locator('[data-save-state="saved"]').waitFor({ timeout: 90_000 })
    expect(await alert.isVisible()).toBe(false)
    await page.reload()
    await page.getByText(TITLE).first().waitFor()
    await context.close()
  })
})
