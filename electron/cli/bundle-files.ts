import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import type { ByteSource } from '@shared/bundle/container/byte-source'
import type { MakeHash } from '@shared/bundle/container/hash'
import { BundleFailure } from '@shared/bundle/failure'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { readingFailed, writingFailed } from '../file-failure'

/** SHA-256 by Node itself. */
export const nodeHash: MakeHash = () => {
  const hash = createHash('sha256')
  return { update: (bytes) => hash.update(bytes), digest: () => new Uint8Array(hash.digest()) }
}

async function readAt(
  file: FileHandle,
  start: number,
  end: number,
  room: Uint8Array = new Uint8Array(end - start),
): Promise<Uint8Array> {
  const bytes = room.subarray(0, end - start)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

/** A file on disk as a source; whoever opens it closes it. */
export interface OpenedFile extends ByteSource {
  close(): Promise<void>
}

/** Opens a file on disk for reading anywhere in it; a failure names it. */
export async function openFile(path: string): Promise<Result<OpenedFile>> {
  try {
    const file = await open(path, 'r')
    const facts = await file.stat()
    if (facts.isFile())
      return ok({
        size: facts.size,
        read: (start, end, room) => readAt(file, start, end, room),
        close: () => file.close(),
      })
    await file.close()
    return fail('file-unreadable', `${basename(path)} is a folder or a device: name a file.`)
  } catch (error) {
    return readingFailed(basename(path), error)
  }
}

/** Opens a file for the time of some work. */
export async function withFile<T>(
  path: string,
  work: (file: OpenedFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = await openFile(path)
  if (!file.ok) return file
  try {
    return await work(file.value)
  } finally {
    await file.value.close()
  }
}

/** Opens and checks a bundle for the time of some work. */
export function withBundle<T>(
  path: string,
  work: (contents: BundleContents) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withFile(path, async (file) => {
    const opened = await readBundle(file, { newHash: nodeHash })
    return opened.ok ? work(opened.value) : opened
  })
}

/** Writes a stream to a file: it is at its place when it is whole, and otherwise leaves no trace. Gives the size in bytes. */
export async function writeStream(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<number>> {
  const unfinished = `${path}.${process.pid}.part`
  let size = 0
  try {
    const file = await open(unfinished, 'w')
    try {
      for await (const chunk of chunks) {
        await file.write(chunk)
        size += chunk.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    return ok(size)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof BundleFailure) return { ok: false, error: error.failure }
    return writingFailed(basename(path), error)
  }
}
