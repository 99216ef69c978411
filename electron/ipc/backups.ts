import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Failure, fail, ok, type Result } from '@shared/base/result'
import type { BackupFile } from '@shared/host/host-api'
import { dialog } from 'electron'
import { readingFailed, writingFailed } from '../file-failure'
import type { Saves } from '../saves'
import type { SettingsFile } from '../settings'
import { windowOf } from './files'
import type { Handlers } from './registrar'

type BackupsHandlers = Pick<Handlers, Extract<keyof Handlers, `backups:${string}`>>

const EXTENSION = '.florilegium'
const DRAFT = /^notebook-.*\.florilegium\.[0-9a-f]{8}\.part$/
/** A draft older than this is nobody's any more, in milliseconds. */
const LEFT_BEHIND = 24 * 3_600_000

/** Answers requests for backups, which live in one folder that the user may choose. */
export function backupsHandlers(
  saves: Saves,
  settings: SettingsFile,
  standardFolder: string,
): BackupsHandlers {
  const folder = () => settings.get().backupsFolder ?? standardFolder
  /** A folder that the user chose is never made anew: its disk may not be connected. */
  const refuseGone = async () => (folder() === standardFolder ? null : refuseGoneFolder(folder()))
  return {
    'backups:list': async () => (await refuseGone()) ?? listBackups(folder()),
    'backups:begin': async (_sender, name) => {
      const refused = refuseName(name) ?? (await refuseGone())
      if (refused) return refused
      await removeLeftBehind(folder())
      return saves.begin(join(folder(), name))
    },
    'backups:read': async (_sender, name) => refuseName(name) ?? readBackup(join(folder(), name), name),
    'backups:remove': async (_sender, name) => refuseName(name) ?? removeBackup(join(folder(), name), name),
    'backups:choose-folder': async (sender) => {
      const chosen = await dialog.showOpenDialog(windowOf(sender), {
        properties: ['openDirectory', 'createDirectory'],
        defaultPath: folder(),
      })
      const path = chosen.filePaths[0]
      if (chosen.canceled || path === undefined) return ok(null)
      await settings.change({ backupsFolder: path })
      return ok(path)
    },
  }
}

function refuseName(name: string): { readonly ok: false; readonly error: Failure } | null {
  return name.endsWith(EXTENSION) ? null : fail('backup-name', `${name} is not the name of a backup.`)
}

async function refuseGoneFolder(
  folder: string,
): Promise<{ readonly ok: false; readonly error: Failure } | null> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory()) return null
  return fail(
    'backups-folder-gone',
    `The backups’ folder ${folder} is not there: connect its disk, or choose another folder.`,
  )
}

/** Removes drafts of backups that a program which ended abruptly left in the folder. */
async function removeLeftBehind(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => DRAFT.test(each))) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND) await rm(join(folder, name), { force: true })
  }
}

async function listBackups(folder: string): Promise<Result<BackupFile[]>> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith(EXTENSION)).sort()
    const files = names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return { name, size, modifiedAt: Math.floor(mtimeMs) }
    })
    return ok(await Promise.all(files))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? ok([])
      : readingFailed('The backup folder', error)
  }
}

async function readBackup(path: string, name: string): Promise<Result<Uint8Array>> {
  try {
    return ok(new Uint8Array(await readFile(path)))
  } catch (error) {
    return readingFailed(name, error)
  }
}

async function removeBackup(path: string, name: string): Promise<Result<null>> {
  try {
    await rm(path, { force: true })
    return ok(null)
  } catch (error) {
    return writingFailed(name, error)
  }
}
