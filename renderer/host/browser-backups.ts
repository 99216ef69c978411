import { fail, ok, type Result } from '@shared/base/result'
import type { BackupFile, BackupsHost } from '@shared/host/host-api'
import { type BrowserSaves, browserWritingFailed, type Draft } from './browser-saves'
import { notAvailable } from './not-available'

const FOLDER = 'backups'
const EXTENSION = '.florilegium'
/** The ending of a backup that is not whole yet. */
const PART = '.part'
/** A draft older than this was left behind by a page that is gone, in milliseconds. */
const LEFT_BEHIND = 24 * 3_600_000

type PrivateFile = FileSystemFileHandle & { move(name: string): Promise<void> }

/** Whether this browser can put a whole file at its place in its private files. */
export function canKeepBackups(): boolean {
  return (
    'storage' in navigator &&
    'getDirectory' in navigator.storage &&
    typeof FileSystemFileHandle === 'function' &&
    'createWritable' in FileSystemFileHandle.prototype &&
    'move' in FileSystemFileHandle.prototype
  )
}

/** Backups in the origin's private file system; the user gets at them by downloading. */
export function createBrowserBackups(saves: BrowserSaves): BackupsHost {
  return {
    list: () => reading('The backups', listBackups),
    begin: async (name) => {
      const refused = refuseName(name)
      if (refused) return refused
      try {
        return ok(saves.begin(await beginDraft(name)))
      } catch (error) {
        return browserWritingFailed(name, error)
      }
    },
    read: async (name) => refuseName(name) ?? reading(name, () => readBackup(name)),
    remove: async (name) => {
      const refused = refuseName(name)
      if (refused) return refused
      try {
        await removeIfThere(await openFolder(), name)
        return ok(null)
      } catch (error) {
        return browserWritingFailed(name, error)
      }
    },
    chooseFolder: notAvailable,
  }
}

function refuseName(name: string) {
  const isName = name.endsWith(EXTENSION) && !/[/\\]/.test(name)
  return isName ? null : fail('backup-name', `${name} is not the name of a backup.`)
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(FOLDER, { create: true })
}

async function reading<T>(name: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const code = error instanceof DOMException ? error.name : String(error)
    return fail('file-unreadable', `${name} could not be read (${code}).`)
  }
}

async function listBackups(): Promise<readonly BackupFile[]> {
  const found: BackupFile[] = []
  for await (const file of filesIn(await openFolder()))
    if (file.name.endsWith(EXTENSION))
      found.push({ name: file.name, size: file.size, modifiedAt: file.lastModified })
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function readBackup(name: string): Promise<Uint8Array> {
  const handle = await (await openFolder()).getFileHandle(name)
  return new Uint8Array(await (await handle.getFile()).arrayBuffer())
}

/** The files of a folder; one that goes meanwhile is passed over. */
async function* filesIn(folder: FileSystemDirectoryHandle): AsyncGenerator<File, void, undefined> {
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue
    const file = await (handle as FileSystemFileHandle).getFile().catch(() => null)
    if (file) yield file
  }
}

async function removeIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name)
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error
  }
}

async function removeLeftBehind(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const { name, lastModified } of filesIn(folder))
    if (name.endsWith(PART) && Date.now() - lastModified > LEFT_BEHIND) await removeIfThere(folder, name)
}

/** The file has its name only when it is whole: a page that dies meanwhile leaves a part that is never listed. */
async function beginDraft(name: string): Promise<Draft> {
  const folder = await openFolder()
  await removeLeftBehind(folder)
  const handle = await folder.getFileHandle(`${name}.${crypto.randomUUID().slice(0, 8)}${PART}`, {
    create: true,
  })
  const writable = await handle.createWritable()
  const part = handle.name
  return {
    name,
    write: (chunk) => writable.write(chunk),
    commit: async () => {
      await writable.close()
      await removeIfThere(folder, name)
      await (handle as PrivateFile).move(name)
    },
    abort: async () => {
      await writable.abort().catch(() => undefined)
      await removeIfThere(folder, part)
    },
  }
}
