import type { ByteSource } from '@shared/bundle/container/byte-source'
import { readBundle } from '@shared/bundle/read-bundle'
import { listAsSource } from '@shared/bundle/source'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { writeBundle } from '@shared/bundle/write-bundle'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 12, annotations: 1_200, wideEvery: 3 })
const source = listAsSource(made.histories, made.notes)

/** A host that reads into the room it is given, as a file on disk does. */
const inRoom = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  async read(start, end, room = new Uint8Array(end - start)) {
    await Promise.resolve()
    room.fill(0)
    room.set(bytes.subarray(start, end))
    return room.subarray(0, end - start)
  },
})

describe('a bundle that passes through a few buffers again and again', () => {
  it('is read as from memory, two streams at a time', async () => {
    const bytes = await bundleBytes(source)
    expect(bytes.length).toBeGreaterThan(2 ** 18)
    const opened = await readBundle(inRoom(bytes))
    if (!opened.ok) throw new Error(opened.error.message)
    const [one, two] = await Promise.all([listHistories(opened.value), listHistories(opened.value)])
    expect(one).toEqual(await listHistories(await openBundle(bytes)))
    expect(two).toEqual(one)
    expect((await verifyBundle(inRoom(bytes))).faults).toEqual([])
  })

  it('is written in pieces that may be taken over or copied', async () => {
    const bytes = await bundleBytes(source)
    const again: Buffer[] = []
    for await (const piece of writeBundle(source, { name: 'Harbour' })) {
      again.push(Buffer.from(piece))
      piece.fill(0)
    }
    expect(Buffer.concat(again).equals(bytes)).toBe(true)
  })
})
