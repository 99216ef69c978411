import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Serving, serveNotebook } from '@electron/serve'
import { launchBrowser } from '@test/support/browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The built app in a profile of its own, worked by keyboard. */
export class AppWindow {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
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

  /** Takes the focus out of fields, so that single keys are commands. */
  async leaveFields(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }

  async hears(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 30_000 })
  }

  counts(): Promise<string | null> {
    return this.page.getByText(/\d+ articles? · \d+ quotes? · \d+ claims?/).textContent()
  }

  async seesNoBarrier(place: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
}

/** Windows of the built app for one test file. */
export class AppWindows {
  /** Errors that any of the pages did not catch. */
  readonly complaints: string[] = []
  #browser: Browser | null = null
  #server: Extract<Serving, { state: 'serving' }> | null = null

  async start(): Promise<void> {
    const serving = await serveNotebook(join(import.meta.dirname, '../../dist/renderer'), 0)
    if (serving.state !== 'serving') throw new Error('The built app is not served.')
    this.#server = serving
    this.#browser = await launchBrowser()
  }

  get address(): string {
    return this.#server?.address ?? ''
  }

  /** Opens the app with an empty notebook; `before` may prepare the page. */
  async open(before: (page: Page) => Promise<void> = async () => {}): Promise<AppWindow> {
    const context = await (this.#browser as Browser).newContext({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => this.complaints.push(error.message))
    await before(page)
    await page.goto(this.address)
    await page.getByRole('heading', { name: 'Begin with an article' }).waitFor()
    return new AppWindow(page, context)
  }

  async openSample(before?: (page: Page) => Promise<void>): Promise<AppWindow> {
    const window = await this.open(before)
    await window.command('Open the sample notebook')
    await window.hears('The sample notebook is here')
    return window
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
    await this.#server?.close()
  }
}
