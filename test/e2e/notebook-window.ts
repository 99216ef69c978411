import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { launchBrowser } from '@test/support/browser'
import { serveBuiltApp } from '@test/support/built-app'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The built app in a profile of its own, worked by keys. */
export class NotebookWindow {
  /** Errors of the page. */
  readonly complaints: string[] = []

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    // As long as anybody listens, the pickers of files are kept from the screen: turned on anew for each, a quick key is lost.
    page.on('filechooser', () => undefined)
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
  async command(name: string): Promise<void> {
    await this.keys('Control+k')
    const palette = this.page.getByRole('dialog', { name: 'Commands' })
    await palette.waitFor()
    await this.type(name)
    await palette.getByRole('option', { name }).first().waitFor()
    await this.keys('Enter')
    await palette.waitFor({ state: 'detached' })
  }

  /** Presses a button as the keyboard does: by reaching it, then Enter. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().focus()
    await this.keys('Enter')
  }

  counts(): Promise<string | null> {
    return this.page.getByText(/\d+ articles? · \d+ quotes? · \d+ claims?/).textContent()
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
  #server: Awaited<ReturnType<typeof serveBuiltApp>> | null = null
  readonly #windows: NotebookWindow[] = []

  async start(): Promise<void> {
    this.#server = await serveBuiltApp()
    this.#browser = await launchBrowser()
  }

  get address(): string {
    return this.#server?.address ?? ''
  }

  /** Errors that any of the pages did not catch. */
  get complaints(): string[] {
    return this.#windows.flatMap(({ complaints }) => complaints)
  }

  /** A window with an empty notebook; `before` may prepare the page. */
  async open(before: (page: Page) => Promise<void> = async () => {}): Promise<NotebookWindow> {
    const context = await (this.#browser as Browser).newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const window = new NotebookWindow(page, context)
    this.#windows.push(window)
    await before(page)
    await page.goto(this.address)
    await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
    return window
  }

  async openSample(before?: (page: Page) => Promise<void>): Promise<NotebookWindow> {
    const window = await this.open(before)
    await window.command('Open the sample notebook')
    await window.hears('The sample notebook is here')
    return window
  }

  async stop(): Promise<void> {
    for (const { context } of this.#windows) await context.close()
    await this.#browser?.close()
    await this.#server?.close()
  }
}
