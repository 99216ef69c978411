import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { launchBrowser } from '@test/support/browser'
import { serveBuiltApp } from '@test/support/built-app'
import { type Unzipped, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLE } from './whole-job-article'

let browser: Browser
let server: Awaited<ReturnType<typeof serveBuiltApp>>
const complaints: string[] = []

beforeAll(async () => {
  server = await serveBuiltApp()
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A researcher with an empty profile, whose hands stay on the keyboard. */
class Researcher {
  constructor(readonly page: Page) {
    page.on('pageerror', (error) => complaints.push(error.message))
  }

  static async arrive(): Promise<Researcher> {
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    })
    const page = await context.newPage()
    await page.goto(server.address)
    await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
    return new Researcher(page)
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  async hears(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 30_000 })
  }

  /** From where the caret is: past some words, then so many selected. */
  async selectWords(skipped: number, words: number): Promise<void> {
    for (let count = 0; count < skipped; count += 1) await this.keys('Control+ArrowRight')
    for (let count = 0; count < words; count += 1) await this.keys('Control+Shift+ArrowRight')
  }

  counts(): Promise<string | null> {
    return this.page.getByText(/\d+ articles? · \d+ quotes? · \d+ claims?/).textContent()
  }

  /** Rows of the graph's two tables, as text, sorted. */
  async graphRows(): Promise<string[]> {
    await this.keys('Escape')
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await this.keys('g', 'g')
    const table = this.page.getByRole('button', { name: 'Table' })
    await table.focus()
    await this.keys('Enter')
    const everything = this.page.getByRole('button', { name: 'Everything' })
    await everything.focus()
    await this.keys('Enter')
    await this.page.getByRole('region', { name: 'The graph as a table' }).waitFor()
    const rows = await this.page.getByRole('row').allInnerTexts()
    return rows.map((row) => row.replace(/\s+/g, ' ').trim()).sort()
  }

  async exportBundle(): Promise<{ readonly files: Unzipped; readonly bytes: Buffer }> {
    await this.keys('Control+e')
    await this.page.getByRole('dialog', { name: 'Export a bundle' }).waitFor()
    const name = this.page.getByLabel('Name', { exact: true })
    await this.seesNoBarrier('export')
    await name.focus()
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.keys('Enter')])
    const bytes = await readFile(await download.path())
    await this.keys('Escape')
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
    return { files: unzipSync(bytes), bytes }
  }

  async seesNoBarrier(place: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
}

function recordsOf(files: Unzipped): Record<string, string> {
  const records = Object.entries(files).filter(([path]) => path.includes('/data/records/'))
  return Object.fromEntries(records.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

async function capture(one: Researcher): Promise<void> {
  await one.page.evaluate((text) => navigator.clipboard.writeText(text), ARTICLE)
  await one.keys('Control+v')
  await one.page.locator('[data-surface]').waitFor()
  await one.hears('Captured')
  await one.page.locator('[data-surface]').focus()
  await one.keys('Enter', 'Control+Home')
}

async function mark(one: Researcher): Promise<void> {
  for (let count = 0; count < 3; count += 1) {
    await one.selectWords(2, 3)
    await one.keys('h')
    await one.hears('Highlighted')
    await one.keys('ArrowRight')
  }
  for (const speaker of ['Orla Fenn', 'Bram Tully', 'Orla Fenn']) {
    await one.selectWords(3, 4)
    await one.keys('q')
    await one.type(speaker)
    await one.keys('Tab', 'Enter')
    await one.hears('Quote saved')
    await one.keys('ArrowRight')
  }
  for (const wording of ['The quay is sinking', 'The quay stands firm']) {
    await one.selectWords(3, 4)
    await one.keys('c', 'Control+a')
    await one.type(wording)
    await one.keys('Enter')
    await one.hears('Claim saved')
    await one.keys('ArrowRight')
  }
}

describe('the whole job, by keyboard alone', () => {
  it('leads from an article to a bundle that a colleague merges into the same notebook', async () => {
    const one = await Researcher.arrive()
    await one.seesNoBarrier('empty library')
    await capture(one)
    await mark(one)
    await one.seesNoBarrier('reader')
    expect(await one.counts()).toMatch(/1 article · 3 quotes · 2 claims/)

    await one.keys('Escape')
    await one.selectWords(2, 3)
    await one.keys('l')
    await one.page.getByLabel('This', { exact: true }).focus()
    await one.type('contradicts')
    await one.keys('Tab')
    await one.type('The quay stands')
    await one.keys('Enter', 'Enter')
    await one.hears('Linked')

    await one.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await one.keys('g', 'n')
    await one.page.getByRole('button', { name: 'Write a note' }).focus()
    await one.keys('Enter')
    await one.page.getByLabel('Title of the note').waitFor()
    await one.type('What to ask')
    await one.page.getByRole('textbox', { name: /Text of/ }).focus()
    await one.type('Ask @Orla')
    await one.page.getByRole('option', { name: /^Orla Fenn/ }).waitFor()
    await one.keys('Enter')
    await one.type('about the quay')
    await one.page.getByRole('button', { name: 'Orla Fenn' }).waitFor()
    await one.page.waitForTimeout(2_000)
    await one.seesNoBarrier('note')

    const graph = await one.graphRows()
    await one.seesNoBarrier('graph')
    expect(graph.join('\n')).toMatch(/contradicts/)
    expect(graph.join('\n')).toMatch(/What to ask/)
    await one.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await one.keys('g', 'l')
    await one.page.getByRole('grid', { name: 'Articles' }).waitFor()
    await one.seesNoBarrier('library')
    const first = await one.exportBundle()

    const other = await Researcher.arrive()
    const [chooser] = await Promise.all([other.page.waitForEvent('filechooser'), other.keys('Control+o')])
    await chooser.setFiles({ name: 'work.florilegium', mimeType: 'application/zip', buffer: first.bytes })
    const merge = other.page.getByRole('button', { name: 'Merge' })
    await merge.waitFor()
    await other.seesNoBarrier('merge')
    await merge.focus()
    await other.keys('Enter')
    await other.hears('Merged')
    expect(await other.counts()).toBe(await one.counts())
    expect(await other.graphRows()).toEqual(graph)
    const second = await other.exportBundle()
    expect(recordsOf(second.files)).toEqual(recordsOf(first.files))
    expect(Object.values(recordsOf(first.files)).join('').length).toBeGreaterThan(10_000)
    expect(complaints).toEqual([])
  }, 240_000)
})
