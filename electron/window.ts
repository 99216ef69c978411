import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { HOME_PAGE } from './origin'
import { guardContents } from './security'
import type { SettingsFile, WindowBounds } from './settings'

const SMALLEST = { width: 640, height: 480 }
const STANDARD = { width: 1360, height: 900 }

/** Opens a window on the notebook where the last one was. */
export function openWindow(settings: SettingsFile): BrowserWindow {
  const remembered = visibleBounds(settings.get().window)
  const window = new BrowserWindow({
    ...STANDARD,
    ...(remembered === null ? {} : placeOf(remembered)),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Florilegium',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fbf9f4',
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      additionalArguments: [
        `--florilegium-version=${app.getVersion()}`,
        `--florilegium-platform=${process.platform}`,
      ],
    },
  })
  guardContents(window.webContents)
  if (remembered?.maximized) window.maximize()
  rememberBounds(window, settings)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(HOME_PAGE)
  return window
}

function rememberBounds(window: BrowserWindow, settings: SettingsFile): void {
  window.on('close', () => {
    void settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
}

function placeOf({ x, y, width, height }: WindowBounds) {
  return { x, y, width, height }
}

/** Remembered bounds, unless the screen they were on has gone. */
function visibleBounds(bounds: WindowBounds | undefined): WindowBounds | null {
  if (bounds === undefined) return null
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const acrossBy =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const downBy =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return acrossBy > 100 && downBy > 100
  })
  return isVisible ? bounds : null
}
