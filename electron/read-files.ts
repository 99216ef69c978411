import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import type { OpenedFile } from '@shared/host/host-api'
import { readingFailed } from './file-failure'

/** The largest file that is handed to a window, in bytes. */
export const FILE_LIMIT = 1024 ** 3

/** Reads files whole; the first that cannot be read, or is too large, fails them all. */
export async function readFiles(paths: readonly string[]): Promise<Result<OpenedFile[]>> {
  const files: OpenedFile[] = []
  for (const path of paths) {
    const name = basename(path)
    try {
      if ((await stat(path)).size > FILE_LIMIT) return fail('file-too-large', `${name} is larger than 1 GB.`)
      files.push({ name, bytes: new Uint8Array(await readFile(path)) })
    } catch (error) {
      return readingFailed(name, error)
    }
  }
  return ok(files)
}
