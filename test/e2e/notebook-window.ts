import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Serving, serveNotebook } from '@electron/serve'
import { launchBrowser } from '@test/support/browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The built app in a profile of its own, worked by keys. */
export class NotebookWindow {
  /** Errors of the page. */
  readonly complaints: string[] = []

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  async hears(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 60_000 })
  }

  /** Leaves whatever has the focus, so that keys mean commands. */
  async rest(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }

  /** Gives a command by its name in the palette. */
  async command(title: string): Promise<void> {
    await this.keys('Control+k')
    await this.page.getByRole('combobox').waitFor()
    await this.type(title)
    await this.page.getByRole('option', { name: title }).first().waitFor()
    await this.keys('Enter')
  }

  /** Opens a file by Ctrl O. */
  async open(name: string, bytes: Uint8Array): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.keys('Control+o')])
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  }

  /** The file that pressing a key saves. */
  async saved(press: () => Promise<unknown>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 60_000 }), press()])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }

  async seesNoBarrier(place: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page as never }).analyze()
    expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
}

/** How long a page may take to show something, in milliseconds; the machine may be busy. */
const PATIENCE = 20_000

/** The built app, served, and a browser to open it in. */
export class NotebookWindows {
  #browser: Browser | null = null
  #server: Extract<Serving, { state: 'serving' }> | null = null
  readonly #contexts: BrowserContext[] = []

  async start(): Promise<void> {
    const serving = await serveNotebook(join(import.meta.dirname, '../../dist/renderer'), 0)
    if (serving.state !== 'serving') throw new Error('The built app is not served.')
    this.#server = serving
    this.#browser = await launchBrowser()
  }

  /** A window with an empty notebook. */
  async open(): Promise<NotebookWindow> {
    const context = await (this.#browser as Browser).newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
      viewport: { width: 1440, height: 900 },
    })
    this.#contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    await page.goto(this.#server?.address ?? '')
    await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
    return new NotebookWindow(page)
  }

  async stop(): Promise<void> {
    for (const context of this.#contexts) await context.close()
    await this.#browser?.close()
    await this.#server?.close()
  }
}
