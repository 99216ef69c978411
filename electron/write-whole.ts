import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './sync-folder'

/** Writes a file so that its old content is there until the new one is whole and on disk. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await moveIntoPlace(draft, path)
}

/** Gives a whole draft its final name, replacing an older file; removes the draft when that fails. */
export async function moveIntoPlace(draft: string, path: string): Promise<void> {
  try {
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
