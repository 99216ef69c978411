import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@shared/base/result'
import type { ByteSource } from '@shared/bundle/container/byte-source'
import type { MakeHash } from '@shared/bundle/container/hash'
import { unlockSource } from '@shared/bundle/encryption'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { readingFailed } from '../file-failure'
import { keepYoungSpaceSmall } from './engine'
import type { FindUnlock } from './unlock'

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
    const read: ByteSource['read'] = (start, end, room) => readAt(file, start, end, room)
    if (facts.isFile()) return ok({ size: facts.size, read, close: () => file.close() })
    await file.close()
    return fail('file-unreadable', `${basename(path)} is a folder or a device: name a file.`)
  } catch (error) {
    return readingFailed(basename(path), error)
  }
}

/** Opens a bundle on disk; one that is encrypted is opened in memory, with what unlocks it. */
export async function openBundleFile(path: string, unlock: FindUnlock): Promise<Result<OpenedFile>> {
  keepYoungSpaceSmall()
  const file = await openFile(path)
  if (!file.ok) return file
  let isRead = false
  try {
    const opened = await unlockSource(file.value, unlock)
    if (!opened.ok) return opened
    isRead = opened.value === file.value
    return isRead ? file : ok({ ...opened.value, close: async () => {} })
  } finally {
    if (!isRead) await file.value.close()
  }
}

/** Opens a bundle's file for the time of some work. */
export async function withBundleFile<T>(
  path: string,
  unlock: FindUnlock,
  work: (file: OpenedFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = await openBundleFile(path, unlock)
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
  unlock: FindUnlock,
  work: (contents: BundleContents) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withBundleFile(path, unlock, async (file) => {
    const opened = await readBundle(file, { newHash: nodeHash })
    return opened.ok ? work(opened.value) : opened
  })
}
