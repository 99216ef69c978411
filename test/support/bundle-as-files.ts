import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'

/** A bundle as a program without the app finds it after unpacking: path inside the bag's folder to bytes. */
export function bundleAsFiles(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path.slice(path.indexOf('/') + 1), content]),
  )
}

export const textOf = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString()

export const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
