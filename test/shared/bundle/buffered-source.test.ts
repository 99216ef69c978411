import { bufferedSource } from '@shared/bundle/container/buffered-source'
import type { ByteSource } from '@shared/bundle/container/byte-source'
import { randomFrom } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const random = randomFrom(23)
const bytes = Uint8Array.from({ length: 2_000_000 }, () => random() * 256)

/** A host that fills the room it is given only after a while, as a disk does. */
const slow: ByteSource = {
  size: bytes.length,
  async read(start, end, room = new Uint8Array(end - start)) {
    for (let wait = Math.floor(random() * 5); wait > 0; wait -= 1) await Promise.resolve()
    room.fill(0)
    for (let wait = Math.floor(random() * 5); wait > 0; wait -= 1) await Promise.resolve()
    room.set(bytes.subarray(start, end))
    return room.subarray(0, end - start)
  },
}
const inMemory: ByteSource = { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) }

async function readOn(source: ByteSource, steps: number): Promise<number> {
  const room = new Uint8Array(1 << 19)
  let wrong = 0
  for (let at = Math.floor(random() * 1_000_000), step = 0; step < steps; step += 1) {
    const size = Math.floor(random() * (step % 5 === 0 ? 400_000 : 3_000))
    const end = Math.min(bytes.length, at + size)
    const read = await source.read(at, end, room)
    if (Buffer.compare(read, bytes.subarray(at, end)) !== 0) wrong += 1
    at = end === bytes.length ? 0 : end
  }
  return wrong
}

describe('a source that reads ahead', () => {
  it.each([
    ['a slow host', slow],
    ['memory', inMemory],
  ])('gives each of several readers what it asks for, from %s', async (_name, source) => {
    const buffered = bufferedSource(source)
    const wrong = await Promise.all([60, 80, 70, 90].map((steps) => readOn(buffered, steps)))
    expect(wrong).toEqual([0, 0, 0, 0])
  })

  it('asks for what lies side by side once', async () => {
    let reads = 0
    const buffered = bufferedSource({
      size: bytes.length,
      read: (start, end, room) => {
        reads += 1
        return slow.read(start, end, room)
      },
    })
    for (let at = 0; at < 200_000; at += 1_000) await buffered.read(at, at + 1_000)
    expect(reads).toBe(1)
  })
})
