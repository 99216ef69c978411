import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { listAsSource } from '@shared/bundle/source'
import { launchBrowser } from '@test/support/browser'
import { bundleBytes } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let browser: Browser
let folder: string

async function pageOf(annotations: number, name: string): Promise<string> {
  const made = makeNotebook({ articles: 10, annotations, wideEvery: 3, wordsPerArticle: 2_000 })
  const files = unzipSync(await bundleBytes(listAsSource(made.histories, made.notes), { name: 'Storm' }))
  const path = join(folder, `${name}.html`)
  await writeFile(path, files['Storm/data/ro-crate-preview.html'] as Uint8Array)
  return pathToFileURL(path).href
}

async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const heard: string[] = []
  page.on('request', (request) => {
    if (request.url() !== address) heard.push(request.url())
  })
  page.on('console', (message) => heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(error.message))
  await page.goto(address)
  await page.waitForSelector('.text p')
  return { page, heard }
}

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'florilegium-page-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const showTab = (page: Page, tab: string) => page.click(`nav button[data-tab="${tab}"]`)

describe('the page in a bundle', () => {
  it('shows articles, highlights, claims, people and links, and asks the network for nothing', async () => {
    const { page, heard } = await open(await pageOf(60, 'small'))
    expect(await page.textContent('h1')).toBe('Storm')
    expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0)
    await showTab(page, 'people')
    await page.click('#list button:has-text("Ada Quill")')
    expect(await page.textContent('#view')).toContain('What Ada Quill said')
    await showTab(page, 'graph')
    await page.locator('#view details details summary').first().press('Enter')
    expect(await page.locator('#view details details[open]').count()).toBe(1)
    await showTab(page, 'articles')
    await page.fill('#find', 'Storm report 7')
    expect(await page.locator('#list button').count()).toBe(1)
    expect(heard).toEqual([])
  })

  it('marks the very words of each passage', async () => {
    const { page } = await open(await pageOf(60, 'words'))
    await page.locator('ol.notes blockquote button').first().click()
    const marked = await page.evaluate(() =>
      Array.from(CSS.highlights.get('chosen') as Iterable<StaticRange>, (range) =>
        (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
      ).join(' '),
    )
    expect(marked).toBe(await page.locator('ol.notes blockquote button').first().textContent())
  })

  it('has nothing that axe objects to, in light and dark', async () => {
    const address = await pageOf(60, 'axe')
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(address, { colorScheme, bypassCSP: true })
      for (const tab of ['articles', 'claims', 'people', 'graph', 'notes']) {
        await showTab(page, tab)
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
      }
    }
  })

  it('is usable within two seconds with 10,000 annotations', async () => {
    const address = await pageOf(10_000, 'large')
    const { page } = await open(address)
    const usable = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return (entry?.domContentLoadedEventEnd ?? 0) - (entry?.startTime ?? 0)
    })
    const start = performance.now()
    await page.click('#list button >> nth=3')
    await page.waitForSelector('h2:has-text("Storm report 4")')
    expect(usable).toBeLessThan(2_000)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
