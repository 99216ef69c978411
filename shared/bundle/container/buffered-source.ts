import type { ByteSource } from './byte-source'

const BLOCK = 1 << 18

/** A source that reads ahead: a bundle's many small files lie side by side, and each read of a disk or a Blob costs a wait. */
export function bufferedSource(source: ByteSource): ByteSource {
  let held: Uint8Array = new Uint8Array()
  let from = 0
  return {
    size: source.size,
    async read(start, end, room) {
      if (start >= from && end <= from + held.length) return held.subarray(start - from, end - from)
      if (end - start >= BLOCK) return source.read(start, end, room)
      const block = await source.read(start, Math.min(source.size, start + BLOCK))
      held = block
      from = start
      return block.subarray(0, end - start)
    },
  }
}
