import type { ByteSource } from './byte-source'

const BLOCK = 1 << 18

/**
 * A source that reads ahead: a bundle's many small files lie side by side, and each read of a disk or a Blob costs a wait. What is read
 * without a room of one's own holds until the next read.
 */
export function bufferedSource(source: ByteSource): ByteSource {
  let held: Uint8Array = new Uint8Array()
  let from = 0
  /** The room under what is held, and one for what is read next; more are only made when several read at the same time. */
  let holder: Uint8Array | null = null
  let spare: Uint8Array | null = null

  const hold = (block: Uint8Array, start: number, room: Uint8Array) => {
    const isInRoom = block.buffer === room.buffer
    spare = isInRoom ? holder : room
    if (isInRoom) holder = room
    held = block
    from = start
  }
  const give = (start: number, end: number, room: Uint8Array | undefined): Uint8Array => {
    const bytes = held.subarray(start - from, end - from)
    if (!room) return bytes
    room.set(bytes)
    return room.subarray(0, bytes.length)
  }
  return {
    size: source.size,
    async read(start, end, room) {
      if (start >= from && end <= from + held.length) return give(start, end, room)
      if (end - start >= BLOCK) return source.read(start, end, room)
      const own = spare ?? new Uint8Array(BLOCK)
      spare = null
      const block = await source.read(start, Math.min(source.size, start + BLOCK), own)
      hold(block, start, own)
      return give(start, end, room)
    },
  }
}
