import { readLines } from '@shared/bundle/records/lines'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

async function linesOf(bytes: Uint8Array, sizes: readonly number[]): Promise<string[]> {
  async function* pieces() {
    const room = new Uint8Array(1 << 17)
    for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
      const size = Math.min(bytes.length - from, sizes[turn % sizes.length] as number)
      room.set(bytes.subarray(from, from + size))
      yield room.subarray(0, size)
      room.fill(0xff)
      from += size
    }
  }
  const lines: string[] = []
  for await (const some of readLines(pieces(), 'x.ndjson')) lines.push(...some)
  return lines
}

const encoded = (lines: readonly string[]) =>
  new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))

describe('lines of a file', () => {
  it('are the same in whatever pieces the bytes come, and the pieces may be overwritten', async () => {
    const word = fc.constantFrom('', 'a', 'é', '東京', '🌊', 'harbour '.repeat(30), 'quay 🌊'.repeat(4_000))
    const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(''))
    const sizes = fc.array(fc.constantFrom(1, 2, 3, 700, 16_383, 16_384, 65_536), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), sizes, async (lines, chosen) => {
        const few = chosen.every((size) => size < 700) ? [...chosen, 65_536] : chosen
        expect(await linesOf(encoded(lines), few)).toEqual(lines)
      }),
      { numRuns: 60 },
    )
  })

  it.each([0, 1, 400, 999])(
    'are refused with the number of the one that is not UTF-8: after %i',
    async (before) => {
      const lines = Array.from({ length: before }, (_, index) => `${index} `.repeat(30))
      const bytes = new Uint8Array([...encoded(lines), 0xc3, 10, ...encoded(['last'])])
      for (const sizes of [[1 << 16], [1_000]])
        await expect(linesOf(bytes, sizes)).rejects.toThrow(`Line ${before + 1} of “x.ndjson” is not UTF-8.`)
    },
  )

  it('are refused when the last one does not end', async () => {
    await expect(linesOf(encoded(['whole', 'cut']).slice(0, -1), [4])).rejects.toThrow(
      'in the middle of a line',
    )
  })
})
