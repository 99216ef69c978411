import { EventEmitter } from 'node:events'
import type {
  App,
  CrashReporter,
  Dialog,
  IpcMain,
  IpcMainInvokeEvent,
  Menu,
  MenuItemConstructorOptions,
  NativeTheme,
  Net,
  Protocol,
  Screen,
  Session,
  Shell,
} from 'electron'
import type { ContentsDouble } from './contents-double'
import type { DoubleState } from './double-state'
import type { FrameFacts } from './pages'
import { NotImplemented } from './strict'

const APP_EVENTS = [
  'activate',
  'before-quit',
  'child-process-gone',
  'open-file',
  'second-instance',
  'will-quit',
  'window-all-closed',
]

/** A promise with its resolver. */
function defer() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

type AppParts = Pick<
  App,
  | 'addRecentDocument'
  | 'enableSandbox'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>

/** The program itself; `quitting` closes every window and tells whether all of them did. */
export class AppDouble extends EventEmitter implements AppParts {
  readonly #state: DoubleState
  readonly #closeWindows: () => boolean
  readonly #version: string
  readonly ready = defer()
  readonly gone = defer()

  constructor(state: DoubleState, version: string, closeWindows: () => boolean) {
    super()
    this.#state = state
    this.#version = version
    this.#closeWindows = closeWindows
  }

  override on(event: string, listener: (...args: unknown[]) => void): this {
    if (!APP_EVENTS.includes(event)) throw new NotImplemented(`app event ${event}`)
    return super.on(event, listener)
  }

  getVersion(): string {
    return this.#version
  }

  getPath(name: string): string {
    const path = this.#state.paths.get(name)
    if (path === undefined) throw new NotImplemented(`app.getPath('${name}')`)
    return path
  }

  setPath(name: string, path: string): void {
    if (this.#state.isReady) throw new Error('Paths must be set before the app is ready.')
    this.#state.paths.set(name, path)
  }

  enableSandbox(): void {
    if (this.#state.isReady) throw new Error('The sandbox must be enabled before the app is ready.')
  }

  requestSingleInstanceLock(): boolean {
    return this.#state.hasInstanceLock
  }

  addRecentDocument(path: string): void {
    this.#state.recentDocuments.push(path)
  }

  whenReady(): Promise<void> {
    return this.ready.promise
  }

  quit(): void {
    this.emit('before-quit', {})
    if (!this.#closeWindows()) return
    this.emit('will-quit', {})
    this.gone.resolve()
  }
}

type RequestHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

export function makeIpcMain() {
  const handlers = new Map<string, RequestHandler>()
  const ipcMain = {
    handle: (channel: string, handler: RequestHandler) => {
      if (handlers.has(channel)) throw new Error(`A second handler for ${channel}.`)
      handlers.set(channel, handler)
    },
  } satisfies Pick<IpcMain, 'handle'>
  const invoke = async (sender: ContentsDouble, frame: FrameFacts, channel: string, args: unknown[]) => {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler({ sender: sender.proxy, senderFrame: frame } as unknown as IpcMainInvokeEvent, ...args)
  }
  return { ipcMain, invoke }
}

export function makeProtocol(state: DoubleState) {
  const privileged = new Set<string>()
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  const protocol = {
    registerSchemesAsPrivileged: (all) => {
      if (state.isReady) throw new Error('Schemes must be registered before the app is ready.')
      for (const { scheme, privileges } of all)
        if (privileges?.standard && privileges.secure) privileged.add(scheme)
    },
    handle: (scheme, handler) => {
      if (!state.isReady || !privileged.has(scheme))
        throw new Error(`The scheme ${scheme} is not registered.`)
      schemes.set(scheme, handler as (request: Request) => Response | Promise<Response>)
    },
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>
  return { protocol, schemes }
}

type SessionParts = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Keeps the app's answers to permissions, for tests to ask. */
export class SessionDouble extends EventEmitter implements SessionParts {
  request: Parameters<Session['setPermissionRequestHandler']>[0] = null
  check: Parameters<Session['setPermissionCheckHandler']>[0] = null
  device: Parameters<Session['setDevicePermissionHandler']>[0] = null

  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    this.request = handler
  }

  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.check = handler
  }

  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    this.device = handler
  }
}

export function makeDialog(state: DoubleState) {
  const next = async (...args: object[]) => {
    state.dialogsShown.push(args.at(-1) ?? {})
    const answer = state.dialogAnswers.shift()
    if (answer === undefined) throw new Error('A dialog opened that the test has no answer for.')
    return answer
  }
  const dialog = { showOpenDialog: next, showSaveDialog: next, showMessageBox: next }
  return dialog as unknown as Pick<Dialog, keyof typeof dialog>
}

export function makeMenu() {
  let shown: MenuItemConstructorOptions[] = []
  const parts = {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template as unknown as Menu,
    setApplicationMenu: (menu: Menu | null) => {
      shown = (menu ?? []) as unknown as MenuItemConstructorOptions[]
    },
  } satisfies Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  return { menu: parts, shown: () => shown }
}

/** The parts that are a few values each. */
export function makeSmallParts(state: DoubleState) {
  return {
    crashReporter: {
      start: (options) => {
        if (options.uploadToServer !== false) throw new Error('Crash reports must stay on this machine.')
      },
    } satisfies Pick<CrashReporter, 'start'>,
    nativeTheme: { shouldUseDarkColors: false } satisfies Pick<NativeTheme, 'shouldUseDarkColors'>,
    net: { fetch: (input, init) => fetch(input, init) } satisfies Pick<Net, 'fetch'>,
    screen: {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] as Electron.Display[],
    } satisfies Pick<Screen, 'getAllDisplays'>,
    shell: {
      openExternal: async (url) => {
        state.openedOutside.push(url)
      },
    } satisfies Pick<Shell, 'openExternal'>,
  }
}
