import type { Notebook } from '@renderer/storage/notebook'
import type { AnyRecord } from '@shared/domain/kinds'
import { launchBrowser } from '@test/support/browser'
import { serveTestPages, type TestPages } from '@test/support/test-pages'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type TestWindow = Window & { readonly notebook: Notebook; readonly go: (route: object) => void }

/** A reader page with what tests do in it again and again. */
export class ReaderPage {
  /** What the page complained about: errors, and violations of the content security policy. */
  readonly complaints: string[] = []

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) this.complaints.push(message.text())
    })
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Puts the caret in the text and selects the first occurrence of some words, as Shift and arrows would. */
  async select(words: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('[data-surface] [data-block]')]
      const block = blocks.find(({ textContent }) => textContent?.includes(wanted))
      const node = block?.firstChild as Text
      const start = node.data.indexOf(wanted)
      document.querySelector<HTMLElement>('[data-surface]')?.focus()
      block?.scrollIntoView({ block: 'center' })
      getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length)
    }, words)
    await this.page.getByRole('toolbar', { name: 'Selected passage' }).waitFor()
  }

  selection(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '')
  }

  /** All records of a kind that are not in the trash. */
  all<K extends AnyRecord['kind']>(kind: K): Promise<readonly Extract<AnyRecord, { kind: K }>[]> {
    return this.page.evaluate(
      (wanted) => (window as unknown as TestWindow).notebook.view.all(wanted as never) as never,
      kind,
    )
  }

  /** What was said in the status line. */
  async hears(words: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 5_000 })
  }

  go(route: object): Promise<void> {
    return this.page.evaluate((to) => (window as unknown as TestWindow).go(to), route)
  }

  async settle(): Promise<void> {
    await this.page.waitForTimeout(150)
  }
}

/** Reader pages of one test file: each opened in a profile of its own. */
export class ReaderPages {
  #browser: Browser | null = null
  #pages: TestPages | null = null
  readonly #contexts: BrowserContext[] = []

  async start(): Promise<void> {
    this.#pages = await serveTestPages()
    this.#browser = await launchBrowser()
  }

  async open(query: Readonly<Record<string, string>>): Promise<ReaderPage> {
    const context = await (this.#browser as Browser).newContext({ viewport: { width: 1440, height: 900 } })
    this.#contexts.push(context)
    const page = await context.newPage()
    const reader = new ReaderPage(page)
    await page.goto((this.#pages as TestPages).addressOf('reader', query))
    await page.locator('[data-surface]').waitFor()
    await reader.settle()
    return reader
  }

  async stop(): Promise<void> {
    for (const context of this.#contexts) await context.close()
    await this.#browser?.close()
    this.#pages?.close()
  }
}
