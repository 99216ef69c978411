import { dirname, join } from 'node:path'
import { ok } from '@shared/base/result'
import { BrowserWindow, dialog, type WebContents } from 'electron'
import { openFilters, saveFilters } from '../file-kinds'
import type { OpenedFiles } from '../opened-files'
import { readFiles } from '../read-files'
import type { Saves } from '../saves'
import type { SettingsFile } from '../settings'
import type { Handlers } from './registrar'

type FilesHandlers = Pick<Handlers, Extract<keyof Handlers, `files:${string}`>>

export interface FilesParts {
  readonly saves: Saves
  readonly opened: OpenedFiles
  readonly settings: SettingsFile
  /** Takes note of files the user opened or saved, for the menu. */
  readonly remember: (paths: readonly string[]) => void
}

/** Answers requests for files that the user picks in the system's own dialogs. */
export function filesHandlers({ saves, opened, settings, remember }: FilesParts): FilesHandlers {
  return {
    'files:open': async (sender, kind) => {
      const chosen = await dialog.showOpenDialog(windowOf(sender), {
        properties: ['openFile', 'multiSelections'],
        filters: openFilters(kind),
        ...lastFolder(settings),
      })
      if (chosen.canceled || chosen.filePaths.length === 0) return ok(null)
      remember(chosen.filePaths)
      return readFiles(chosen.filePaths)
    },
    'files:begin-save': async (sender, suggestedName) => {
      const folder = settings.get().lastFolder
      const chosen = await dialog.showSaveDialog(windowOf(sender), {
        defaultPath: folder === undefined ? suggestedName : join(folder, suggestedName),
        filters: saveFilters(suggestedName),
      })
      if (chosen.canceled || chosen.filePath === '') return ok(null)
      const path = chosen.filePath
      return saves.begin(path, () => remember([path]))
    },
    'files:write': (_sender, ticket, chunk) => saves.write(ticket, chunk),
    'files:commit': (_sender, ticket) => saves.commit(ticket),
    'files:abort': (_sender, ticket) => saves.abort(ticket),
    'files:take-opened': () => opened.take(),
  }
}

/** The window that a dialog belongs to. */
export function windowOf(sender: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null) throw new Error('A request came from contents without a window.')
  return window
}

function lastFolder(settings: SettingsFile): { defaultPath?: string } {
  const folder = settings.get().lastFolder
  return folder === undefined ? {} : { defaultPath: folder }
}

/** The settings that follow from files the user picked: their folder, and what was opened last, newest first. */
export function rememberFiles(settings: SettingsFile, paths: readonly string[]): Promise<void> {
  const recent = [...paths, ...settings.get().recent.filter((path) => !paths.includes(path))].slice(0, 10)
  return settings.change({ recent, lastFolder: dirname(paths[0] ?? '') })
}
