import { EventEmitter } from 'node:events'
import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import type { Page } from 'playwright-core'
import { fromChromium } from './addresses'
import { DELIVER } from './preload-shim'
import { NotImplemented, strict } from './strict'

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
]

type Contents = Pick<WebContents, 'getURL' | 'isCrashed' | 'reload' | 'send' | 'setWindowOpenHandler'>
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** A window's contents: a page of Chromium. */
export class ContentsDouble extends EventEmitter implements Contents {
  readonly page: Promise<Page>
  /** What the main process holds: the same contents, throwing on what they lack. */
  readonly proxy = strict('WebContents', this)
  #page: Page | null = null
  #crashed = false
  #openHandler: OpenHandler | null = null

  constructor(page: Promise<Page>) {
    super()
    this.page = page.then((opened) => {
      this.#page = opened
      opened.on('crash', () => {
        this.#crashed = true
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      })
      return opened
    })
  }

  override on(event: string, listener: (...args: unknown[]) => void): this {
    if (!EVENTS.includes(event)) throw new NotImplemented(`WebContents event ${event}`)
    return super.on(event, listener)
  }

  getURL(): string {
    return fromChromium(this.#page?.url() ?? '')
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  reload(): void {
    this.#crashed = false
    void this.page.then((page) => page.reload())
  }

  send(channel: string, ...args: unknown[]): void {
    void this.page
      .then((page) => page.evaluate(deliver, { channel, args, name: DELIVER }))
      // Electron drops messages to a page that is loading or gone.
      .catch(() => undefined)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** What the app answers to a page that wants a window. */
  answerWindowOpen(url: string): WindowOpenHandlerResponse {
    if (this.#openHandler === null) return { action: 'allow' }
    return this.#openHandler({
      url: fromChromium(url),
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    })
  }

  /** Whether the app lets its page go to another address. */
  allowsNavigation(url: string): boolean {
    let isPrevented = false
    const event = {
      url: fromChromium(url),
      isMainFrame: true,
      preventDefault: () => {
        isPrevented = true
      },
    }
    this.emit('will-frame-navigate', event)
    this.emit('will-navigate', event)
    return !isPrevented
  }
}

function deliver({ channel, args, name }: { channel: string; args: unknown[]; name: string }): void {
  const target = (
    globalThis as unknown as Record<string, ((channel: string, args: unknown[]) => void) | undefined>
  )[name]
  target?.(channel, args)
}
