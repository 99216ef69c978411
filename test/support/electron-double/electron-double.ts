import Module, { createRequire } from 'node:module'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import type { BrowserContext, Page } from 'playwright-core'
import { launchProfile } from '../browser'
import { killChromium } from '../kill-chromium'
import type { DoubleState, MenuPath } from './double-state'
import {
  AppDouble,
  makeDialog,
  makeIpcMain,
  makeMenu,
  makeProtocol,
  makeSmallParts,
  SessionDouble,
} from './modules'
import { PageOpener } from './pages'
import { strict } from './strict'
import { makeWindowClass } from './window-double'

export interface DoubleOptions {
  /** The folder that holds `dist/`, or what was packaged from it: with package.json and dist/electron/main.cjs. */
  readonly folder: string
  /** The user's data: kept between launches. */
  readonly home: string
  /** Arguments after the program's name. */
  readonly args?: readonly string[]
  readonly chromiumArgs?: readonly string[]
  /** False plays a second instance of the program. */
  readonly hasInstanceLock?: boolean
}

const nodeRequire = createRequire(import.meta.url)

/**
 * Runs the built main process under Node with `electron` replaced: windows are pages of a stock Chromium, the app's
 * scheme an https host, the real preload a script before the page's own. Sandbox, isolated world, fuses and
 * native dialogs are not proven by it. Anything of Electron that it does not have throws.
 */
export class ElectronDouble {
  readonly app: AppDouble
  readonly session = new SessionDouble()
  readonly state: DoubleState
  readonly #opener: PageOpener
  readonly #windows: ReturnType<typeof makeWindowClass>
  readonly #menu = makeMenu()
  #context: BrowserContext | null = null

  private constructor({ folder, home, args, chromiumArgs, hasInstanceLock }: DoubleOptions) {
    this.state = {
      folder,
      paths: new Map([['userData', home]]),
      dialogsShown: [],
      dialogAnswers: [],
      openedOutside: [],
      recentDocuments: [],
      requestsOutside: [],
      faults: [],
      hasInstanceLock: hasInstanceLock ?? true,
      isReady: false,
      launchContext: async () => {
        const profile = this.state.paths.get('sessionData') ?? join(home, 'chromium')
        this.#context = await launchProfile(profile, {
          args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(chromiumArgs ?? [])],
        })
        return this.#context
      },
    }
    const { protocol, schemes } = makeProtocol(this.state)
    const { ipcMain, invoke } = makeIpcMain()
    this.#opener = new PageOpener(this.state, { schemes, invoke })
    this.#windows = makeWindowClass(this.#opener, () => this.#afterClose())
    const { version } = nodeRequire(join(folder, 'package.json')) as { version: string }
    this.app = new AppDouble(this.state, version, () => this.#closeWindows())
    const parts = {
      app: this.app,
      BrowserWindow: this.#windows,
      dialog: makeDialog(this.state),
      ipcMain,
      Menu: this.#menu.menu,
      protocol,
      session: { defaultSession: this.session },
      ...makeSmallParts(this.state),
    }
    const strictParts = Object.entries(parts).map(([name, part]) => [name, strict(name, part)])
    runMain(
      join(folder, 'dist/electron/main.cjs'),
      strict('electron', Object.fromEntries(strictParts)),
      args ?? [],
    )
  }

  /** Starts the program and waits until its first window has loaded. */
  static async launch(options: DoubleOptions): Promise<ElectronDouble> {
    const double = new ElectronDouble(options)
    double.state.isReady = true
    double.app.ready.resolve()
    await double.app.ready.promise
    if (options.hasInstanceLock !== false) await (await double.page()).waitForLoadState('load')
    return double
  }

  /** The page of the window that was opened as number `index` of those still open. */
  async page(index = 0): Promise<Page> {
    await new Promise((resolve) => setImmediate(resolve))
    const window = this.#windows.all[index]
    if (window === undefined) throw new Error(`There is no window number ${index + 1}.`)
    const page = await window.contents.page
    await page.waitForURL((url) => url.protocol === 'https:')
    return page
  }

  windowCount(): number {
    return this.#windows.all.length
  }

  /** The options that the first window was opened with. */
  windowOptions() {
    return this.#windows.all[0]?.options
  }

  /** Chooses an item of the native menu. */
  chooseMenu(path: MenuPath): void {
    ;(this.#findMenu(path).click as (() => void) | undefined)?.()
  }

  /** The labels in a submenu. */
  menuLabels(path: MenuPath): string[] {
    return submenuOf(this.#findMenu(path)).map((item) => plainLabel(item))
  }

  #findMenu(path: MenuPath): MenuItemConstructorOptions {
    let item: MenuItemConstructorOptions = { submenu: this.#menu.shown() }
    for (const label of path) {
      const found = submenuOf(item).find((one) => plainLabel(one) === label)
      if (found === undefined) throw new Error(`The menu has no item ${path.join(' > ')}.`)
      item = found
    }
    return item
  }

  /** Quits as the user would, and waits until everything has closed. */
  async quit(): Promise<void> {
    this.app.quit()
    await this.app.gone.promise
    await this.#opener.close()
  }

  /** Ends Chromium's processes at once, as a crash or a loss of power would; nothing is asked or flushed. */
  async crash(): Promise<void> {
    await killChromium(this.state.paths.get('sessionData') ?? '')
    await this.#context?.close().catch(() => undefined)
    // The main process lives on in the test: it must let go of its files, as its end would make it.
    this.app.emit('will-quit', {})
  }

  #closeWindows(): boolean {
    for (const window of this.#windows.getAllWindows()) window.close()
    return this.#windows.all.length === 0
  }

  #afterClose(): void {
    // As Electron does: not within the call that closed the window.
    setImmediate(() => {
      if (this.#windows.all.length === 0) this.app.emit('window-all-closed')
    })
  }
}

function submenuOf(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu : []
}

function plainLabel(item: MenuItemConstructorOptions): string {
  return (item.label ?? '').replace('&', '')
}

type Load = (request: string, parent: unknown, isMain: boolean) => unknown

/** Loads the main process afresh, with every `require('electron')` answered by the double. */
function runMain(file: string, electron: object, args: readonly string[]): void {
  const loader = Module as unknown as { _load: Load }
  const load = loader._load
  const argv = process.argv
  loader._load = (request, parent, isMain) =>
    request === 'electron' ? electron : load(request, parent, isMain)
  process.argv = ['electron', ...args]
  try {
    delete nodeRequire.cache[file]
    nodeRequire(file)
  } finally {
    loader._load = load
    process.argv = argv
  }
}
