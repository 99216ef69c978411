import { join } from 'node:path'
import { Journal } from '@shared/journal/journal'
import { app, BrowserWindow, crashReporter, dialog, ipcMain, protocol, session } from 'electron'
import { CrashLog } from './crash-log'
import { appHandlers } from './ipc/app'
import { backupsHandlers } from './ipc/backups'
import { filesHandlers, rememberFiles } from './ipc/files'
import { journalHandlers } from './ipc/journal'
import { registerHandlers } from './ipc/registrar'
import { shellHandlers } from './ipc/shell'
import { NodeJournalFiles } from './journal/node-journal-files'
import { showMenu } from './menu'
import { filesInArguments, OpenedFiles } from './opened-files'
import { dataPlaces } from './places'
import { registerScheme, serveRenderer } from './protocol'
import { QuitGuard } from './quit-guard'
import { Saves } from './saves'
import { lockDownSession } from './security'
import { sendEvent } from './send-event'
import { SettingsFile } from './settings'
import { openWindow } from './window'

const places = dataPlaces(app)
// The single-instance lock is kept in this folder too: one program per notebook.
app.setPath('userData', places.home)
app.setPath('sessionData', places.store)
app.enableSandbox()
registerScheme()
crashReporter.start({ uploadToServer: false })

const crashes = new CrashLog(join(places.home, 'logs', 'crashes.ndjson'))
const settings = new SettingsFile(join(places.home, 'settings.json'))
const journalFiles = new NodeJournalFiles(places.journal)
const saves = new Saves()
let isQuitting = false
const guard = new QuitGuard(dialog, () => {
  isQuitting = false
})
const opened = new OpenedFiles(() => {
  for (const window of BrowserWindow.getAllWindows()) sendEvent(window.webContents, 'files:opened')
})

function remember(paths: readonly string[]): void {
  for (const path of paths) app.addRecentDocument(path)
  void rememberFiles(settings, paths).then(refreshMenu)
}

function refreshMenu(): void {
  showMenu({
    isMac: process.platform === 'darwin',
    recent: settings.get().recent,
    command: (command) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      if (window !== undefined) sendEvent(window.webContents, 'menu:command', command)
    },
    openRecent: (path) => opened.add([path]),
    newWindow,
  })
}

function newWindow(): void {
  const window = openWindow(settings)
  guard.watch(window)
  window.webContents.on('render-process-gone', (_event, details) => {
    crashes.note('render-process-gone', details)
    if (details.reason !== 'clean-exit') void offerReload(window)
  })
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stopped working.',
    detail: 'Everything that was shown as saved is safe.',
    buttons: ['Open it again', 'Close'],
  })
  if (response === 0) window.webContents.reload()
  else window.destroy()
}

function showFirstWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) newWindow()
  else {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
}

function start(): void {
  lockDownSession(session.defaultSession)
  serveRenderer(protocol, join(__dirname, '../renderer'))
  registerHandlers(
    ipcMain,
    {
      ...appHandlers(() => dataPlaces(app, settings.get().backupsFolder), guard),
      ...journalHandlers(new Journal(journalFiles)),
      ...filesHandlers({ saves, opened, settings, remember }),
      ...backupsHandlers(saves, settings, places.backups),
      ...shellHandlers(),
    },
    (error) => crashes.note('request', error instanceof Error ? error.stack : error),
  )
  refreshMenu()
  newWindow()
}

if (!app.requestSingleInstanceLock()) app.quit()
else {
  opened.add(filesInArguments(process.argv.slice(1), process.cwd()))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened.add([path])
  })
  app.on('second-instance', (_event, args, folder) => {
    showFirstWindow()
    opened.add(filesInArguments(args.slice(1), folder))
  })
  app.on('child-process-gone', (_event, details) => crashes.note('child-process-gone', details))
  app.on('activate', showFirstWindow)
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    // The quit guard holds windows back, which cancels a quit: it is taken up again when the last has closed.
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => {
    void saves.abortAll()
    void journalFiles.close()
  })
  void app.whenReady().then(start)
}
