import { basename } from 'node:path'
import type { MenuCommand } from '@shared/host/menu-commands'
import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuParts {
  readonly isMac: boolean
  readonly recent: readonly string[]
  /** Sends a command to the window in front. */
  readonly command: (command: MenuCommand) => void
  readonly openRecent: (path: string) => void
  readonly newWindow: () => void
}

type Item = MenuItemConstructorOptions

/** Puts the native menu in place; called again when the recent files change. */
export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}

/** The native menu: standard roles where the system has one, commands for the rest. */
export function menuTemplate(parts: MenuParts): Item[] {
  return [
    ...(parts.isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: '&File', submenu: fileMenu(parts) },
    { label: '&Edit', submenu: editMenu(parts) },
    { label: '&Go', submenu: goMenu(parts) },
    { label: '&View', submenu: viewMenu },
    // Not the system's own menu for windows: its Close has the key that closes a tab here.
    { label: '&Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] },
    { role: 'help', submenu: helpMenu(parts) },
  ]
}

/**
 * An item for a command. Its key is only shown: the page listens for keys itself, the same in a browser, and would
 * otherwise run the command twice.
 */
function item(parts: MenuParts, label: string, command: MenuCommand, accelerator?: string): Item {
  const key = accelerator === undefined ? {} : { accelerator, registerAccelerator: false }
  return { label, ...key, click: () => parts.command(command) }
}

const separator: Item = { type: 'separator' }

function fileMenu(parts: MenuParts): Item[] {
  return [
    item(parts, '&Open files…', 'file.open', 'CmdOrCtrl+O'),
    { label: 'Open &recent', enabled: parts.recent.length > 0, submenu: recentMenu(parts) },
    item(parts, 'New &note', 'file.new-note'),
    separator,
    item(parts, '&Export a bundle…', 'file.export', 'CmdOrCtrl+E'),
    separator,
    { label: 'New &window', accelerator: 'CmdOrCtrl+Shift+N', click: parts.newWindow },
    item(parts, '&Settings', 'app.settings', 'CmdOrCtrl+,'),
    item(parts, '&Close tab', 'view.close', 'CmdOrCtrl+W'),
    { role: 'close', label: 'Close window', accelerator: 'CmdOrCtrl+Shift+W' },
    ...(parts.isMac ? [] : [{ role: 'quit' } satisfies Item]),
  ]
}

function recentMenu(parts: MenuParts): Item[] {
  return parts.recent.map((path) => ({ label: basename(path), click: () => parts.openRecent(path) }))
}

function editMenu(parts: MenuParts): Item[] {
  return [
    item(parts, '&Undo', 'edit.undo', 'CmdOrCtrl+Z'),
    item(parts, '&Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
    separator,
    item(parts, '&Find', 'edit.find', 'CmdOrCtrl+F'),
    item(parts, 'Find in the &notebook', 'edit.find-everywhere', 'CmdOrCtrl+Shift+F'),
  ]
}

function goMenu(parts: MenuParts): Item[] {
  return [
    item(parts, '&Commands', 'go.palette', 'CmdOrCtrl+K'),
    item(parts, 'Go to &anything', 'go.anything', 'CmdOrCtrl+P'),
    separator,
    item(parts, '&Library', 'go.library'),
    item(parts, '&Claims', 'go.claims'),
    item(parts, '&People', 'go.people'),
    item(parts, '&Graph', 'go.graph'),
    item(parts, '&Notes', 'go.notes'),
    item(parts, '&Inbox', 'go.inbox'),
    separator,
    item(parts, '&Back', 'go.back', 'Alt+Left'),
    item(parts, '&Forward', 'go.forward', 'Alt+Right'),
  ]
}

const viewMenu: Item[] = [
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'resetZoom' },
  separator,
  { role: 'togglefullscreen' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

function helpMenu(parts: MenuParts): Item[] {
  return [item(parts, '&Keys', 'help.keys'), { role: 'about' }]
}
