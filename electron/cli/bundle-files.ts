import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, type Result } from '@shared/base/result'
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

async function readAt(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

/** Opens a file on disk for reading anywhere in it; a failure names it. It stays open until the program ends. */
export async function openFile(path: string): Promise<Result<ByteSource>> {
  try {
    const file = await open(path, 'r')
    const { size } = await file.stat()
    return ok({ size, read: (start, end) => readAt(file, start, end) })
  } catch (error) {
    return readingFailed(basename(path), error)
  }
}

/** Opens and checks a bundle on disk. */
export async function openBundleFile(path: string): Promise<Result<BundleContents>> {
  const file = await openFile(path)
  return file.ok ? readBundle(file.value, { newHash: nodeHash }) : file
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
