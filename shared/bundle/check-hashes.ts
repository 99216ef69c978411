import { type MakeHash, toHex } from './container/hash'
import { showPath } from './container/paths'
import type { ZipEntry } from './container/zip-layout'
import { BundleFailure, refuse } from './failure'
import type { OpenBag } from './open-bag'

/** Reads the bytes of one file; a fault it finds counts once the file is known to be the one that the manifest means. */
export type UseFile = (pieces: AsyncIterable<Uint8Array>) => Promise<void>

/** Compares a file with its hash while it is read, so that every byte is unpacked once. */
export async function checkFile(
  bag: OpenBag,
  entry: ZipEntry,
  hash: string,
  newHash: MakeHash,
  use: UseFile = readAll,
): Promise<void> {
  const digest = newHash()
  const pieces = hashed(bag.unpack(entry), digest)
  let fault: unknown = null
  let isBroken = false
  const unpacked = untilLeft(pieces, () => {
    isBroken = true
  })
  await use(unpacked).catch((error) => {
    fault = error
  })
  if (isBroken || (fault && !(fault instanceof BundleFailure))) throw fault
  await readAll(pieces)
  if (toHex(digest.digest()) !== hash)
    refuse(
      'bundle-damaged',
      `“${showPath(bag.pathOf(entry))}” is not what the manifest says: its SHA-256 differs.`,
    )
  if (fault) throw fault
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, digest: ReturnType<MakeHash>) {
  for await (const piece of pieces) {
    digest.update(piece)
    yield piece
  }
}

/** The same pieces, which go on to be there for others when their reader leaves early; tells when they break off by themselves. */
function untilLeft(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  onBreak: () => void,
): AsyncIterable<Uint8Array> {
  const next = () =>
    pieces.next().catch((error) => {
      onBreak()
      throw error
    })
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of pieces);
}
