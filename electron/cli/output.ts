import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ok, type Result } from '@shared/base/result'
import { BundleFailure } from '@shared/bundle/failure'
import { writingFailed } from '../file-failure'
import { UsageError } from './command'

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Writes a stream to a file: it is at its place when it is whole, in place of what was there, and otherwise leaves no trace. A device or a
 * pipe is written to as it is. Gives the size in bytes.
 */
export async function writeStream(path: string, chunks: Chunks): Promise<Result<number>> {
  try {
    const place = await placeOf(path)
    return ok(place.isFile ? await writeFile(place.path, chunks) : await writeChunks(path, chunks))
  } catch (error) {
    if (error instanceof BundleFailure) return { ok: false, error: error.failure }
    return writingFailed(basename(path), error)
  }
}

/** Where a path leads, past links; what is not there yet will be a file. */
async function placeOf(path: string): Promise<{ readonly path: string; readonly isFile: boolean }> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return facts.isFile() ? { path: await realpath(path), isFile: true } : { path, isFile: false }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { path, isFile: true }
  }
}

let begun = 0

async function writeFile(path: string, chunks: Chunks): Promise<number> {
  begun += 1
  const unfinished = join(dirname(path), `.florilegium-${process.pid}-${begun}.part`)
  try {
    const size = await writeChunks(unfinished, chunks)
    await rename(unfinished, path)
    return size
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function writeChunks(path: string, chunks: Chunks): Promise<number> {
  const file = await open(path, 'w')
  let size = 0
  try {
    for await (const chunk of chunks) {
      await file.writeFile(chunk)
      size += chunk.length
    }
    if ((await file.stat()).isFile()) await file.sync()
  } finally {
    await file.close()
  }
  return size
}

/** Refuses to write over what is read. */
export async function refuseInputs(out: string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (await isSameFile(out, input))
      throw new UsageError(`${out} is what is read: choose another file with -o.`)
  }
}

/** Whether two paths lead to one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(one), stat(other)])
    return a.isFile() && a.dev === b.dev && a.ino === b.ino
  } catch {
    return false
  }
}
