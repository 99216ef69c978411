import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import { readingFailed } from '../file-failure'

/** Reads a file whole; a missing or unreadable one is a failure that names it. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    return ok(new Uint8Array(await readFile(path)))
  } catch (error) {
    return readingFailed(basename(path), error)
  }
}

/** Reads a text file in UTF-8, every character as given: offsets count a byte order mark and carriage returns too. */
export async function readText(path: string): Promise<Result<string>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value))
  } catch {
    return fail('not-text', `${basename(path)} is not a text file in UTF-8.`)
  }
}
