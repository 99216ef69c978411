import { ByteLog } from '@shared/bundle/container/byte-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const logOf = (list: readonly Uint8Array[]) => {
  const log = new ByteLog()
  for (const bytes of list) {
    const given = bytes.slice()
    log.add(given)
    given.fill(0)
  }
  return log
}

describe('a log of bytes', () => {
  it('gives back what was added, whatever the sizes, as often as it is asked', () => {
    const size = fc.constantFrom(0, 1, 139, 40_000, 65_535, 65_536, 65_537, 200_000)
    fc.assert(
      fc.property(fc.array(size, { maxLength: 12 }), (sizes) => {
        const added = sizes.map((length, index) => new Uint8Array(length).fill(index + 1))
        const log = logOf(added)
        const expected = Buffer.concat(added)
        expect(log.size).toBe(expected.length)
        for (let turn = 0; turn < 2; turn += 1)
          expect(Buffer.concat([...log.portions()]).equals(expected)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('does not part what was added at once', () => {
    const line = new Uint8Array(Buffer.from(`${'quay '.repeat(30)}\n`))
    const portions = [...logOf(Array.from({ length: 2_000 }, () => line)).portions()]
    expect(portions.length).toBeGreaterThan(2)
    for (const portion of portions) expect(portion.length % line.length).toBe(0)
  })
})
