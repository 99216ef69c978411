import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright-core'
import { fromChromium } from './addresses'
import type { ContentsDouble } from './contents-double'
import type { DoubleState } from './double-state'
import { INVOKE } from './preload-shim'

/** What the main process has registered for pages: its scheme's handler and its requests. */
export interface Registered {
  readonly schemes: Map<string, (request: Request) => Response | Promise<Response>>
  readonly invoke: (
    contents: ContentsDouble,
    frame: FrameFacts,
    channel: string,
    args: unknown[],
  ) => Promise<unknown>
}

export interface FrameFacts {
  readonly url: string
  readonly parent: FrameFacts | null
}

/** Opens the pages of a run in one Chromium profile, and stands between them and everything outside. */
export class PageOpener {
  readonly #state: DoubleState
  readonly #registered: Registered
  readonly #contents = new Map<Page, () => ContentsDouble>()
  /** Pages that the main process itself is sending to an address: only others ask before they navigate. */
  readonly #loading = new Set<Page>()
  #context: Promise<BrowserContext> | null = null

  constructor(state: DoubleState, registered: Registered) {
    this.#state = state
    this.#registered = registered
  }

  async open(
    contents: () => ContentsDouble,
    viewport: { width: number; height: number },
    preload: string,
  ): Promise<Page> {
    this.#context ??= this.#launch()
    const page = await (await this.#context).newPage()
    this.#contents.set(page, contents)
    await page.setViewportSize(viewport)
    await page.addInitScript({ content: preload })
    page.on('popup', (popup) => this.#settlePopup(contents(), popup))
    return page
  }

  async load(page: Page, url: string): Promise<void> {
    this.#loading.add(page)
    await page.goto(url, { waitUntil: 'load' })
    this.#loading.delete(page)
  }

  /** Ends Chromium. */
  async close(): Promise<void> {
    await (await this.#context)?.close()
  }

  async #launch(): Promise<BrowserContext> {
    const context = await this.#state.launchContext()
    await context.exposeBinding(INVOKE, ({ page, frame }, channel: string, args: unknown[]) => {
      const contents = this.#contents.get(page)
      if (contents === undefined) throw new Error('A request came from a page without a window.')
      const parent = frame.parentFrame()
      const facts = { url: fromChromium(frame.url()), parent: parent && { url: parent.url(), parent: null } }
      return this.#registered.invoke(contents(), facts, channel, args)
    })
    await context.route('**/*', (route) => this.#route(route))
    return context
  }

  async #route(route: Route): Promise<void> {
    const request = route.request()
    const address = new URL(fromChromium(request.url()))
    const leaving = this.#contentsThatLeave(request)
    // To an answer without content, a browser stays on the page where it is.
    if (leaving !== null && !leaving.allowsNavigation(request.url())) return route.fulfill({ status: 204 })
    const handler = this.#registered.schemes.get(address.protocol.slice(0, -1))
    if (handler === undefined) return this.#refuse(route, address.href)
    const answer = await handler(new Request(address.href, { method: request.method() }))
    const headers = Object.fromEntries(answer.headers)
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) })
  }

  /** The contents whose page itself wants to go to another address; null for every other request. */
  #contentsThatLeave(request: PageRequest): ContentsDouble | null {
    if (!request.isNavigationRequest()) return null
    const frame = frameOf(request)
    if (frame === null || frame.parentFrame() !== null || this.#loading.has(frame.page())) return null
    return this.#contents.get(frame.page())?.() ?? null
  }

  /** Nothing outside is ever reached; a page that got there in spite of the guards is shown a page that says so. */
  async #refuse(route: Route, address: string): Promise<void> {
    this.#state.requestsOutside.push(address)
    if (route.request().isNavigationRequest())
      await route.fulfill({ body: 'outside', contentType: 'text/html' })
    else await route.abort()
  }

  async #settlePopup(contents: ContentsDouble, popup: Page): Promise<void> {
    if (contents.answerWindowOpen(popup.url()).action === 'deny') await popup.close()
  }
}

/** The frame of a request; a window that is only just being opened has none yet. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}
