import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { toChromium } from './addresses'
import { ContentsDouble } from './contents-double'
import type { PageOpener } from './pages'
import { preloadScript } from './preload-shim'
import { NotImplemented, strict } from './strict'

type Window = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'maximize'
  | 'restore'
  | 'show'
>

const EVENTS = ['close', 'closed', 'ready-to-show']

/** Makes the class of windows for one run; `onClosed` is told when one has gone. */
export function makeWindowClass(opener: PageOpener, onClosed: () => void) {
  return class WindowDouble extends EventEmitter implements Window {
    static readonly all: WindowDouble[] = []

    static getAllWindows(): WindowDouble[] {
      return WindowDouble.all.map((window) => window.proxy)
    }

    static getFocusedWindow(): WindowDouble | null {
      return WindowDouble.all.at(-1)?.proxy ?? null
    }

    static fromWebContents(contents: unknown): WindowDouble | null {
      return WindowDouble.all.find((window) => window.webContents === contents)?.proxy ?? null
    }

    readonly contents: ContentsDouble
    readonly webContents: ContentsDouble
    readonly proxy: WindowDouble = strict('BrowserWindow', this)
    readonly options: BrowserWindowConstructorOptions
    #isDestroyed = false
    #isMaximized = false
    #bounds: Rectangle

    constructor(options: BrowserWindowConstructorOptions = {}) {
      super()
      checkPreferences(options)
      this.options = options
      const { x = 40, y = 40, width = 800, height = 600, webPreferences = {} } = options
      this.#bounds = { x, y, width, height }
      const script = preloadScript(
        readFileSync(webPreferences.preload ?? '', 'utf8'),
        webPreferences.additionalArguments ?? [],
      )
      this.contents = new ContentsDouble(opener.open(() => this.contents, { width, height }, script))
      this.webContents = this.contents.proxy
      WindowDouble.all.push(this)
      // biome-ignore lint/correctness/noConstructorReturn: the main process must get the strict window.
      return this.proxy
    }

    override on(event: string, listener: (...args: unknown[]) => void): this {
      return super.on(known(event), listener)
    }

    override once(event: string, listener: (...args: unknown[]) => void): this {
      return super.once(known(event), listener)
    }

    async loadURL(url: string): Promise<void> {
      const page = await this.contents.page
      await opener.load(page, toChromium(url))
      this.emit('ready-to-show')
    }

    close(): void {
      let isPrevented = false
      this.emit('close', {
        preventDefault: () => {
          isPrevented = true
        },
      })
      if (!isPrevented) this.destroy()
    }

    destroy(): void {
      if (this.#isDestroyed) return
      this.#isDestroyed = true
      WindowDouble.all.splice(WindowDouble.all.indexOf(this), 1)
      void this.contents.page.then((page) => page.close()).catch(() => undefined)
      this.emit('closed')
      onClosed()
    }

    isDestroyed(): boolean {
      return this.#isDestroyed
    }

    getNormalBounds(): Rectangle {
      return this.#bounds
    }

    maximize(): void {
      this.#isMaximized = true
    }

    isMaximized(): boolean {
      return this.#isMaximized
    }

    isMinimized(): boolean {
      return false
    }

    restore(): void {}
    focus(): void {}
    show(): void {}
  }
}

function known(event: string): string {
  if (!EVENTS.includes(event)) throw new NotImplemented(`BrowserWindow event ${event}`)
  return event
}

/** The double cannot prove a sandbox, but it can refuse to run without one being asked for. */
function checkPreferences({ webPreferences }: BrowserWindowConstructorOptions): void {
  const { sandbox, contextIsolation, nodeIntegration, webviewTag } = webPreferences ?? {}
  if (!sandbox || !contextIsolation || nodeIntegration || webviewTag)
    throw new Error('A window was opened without sandbox or isolation.')
}
