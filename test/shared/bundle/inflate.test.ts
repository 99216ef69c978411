import { deflateRawSync } from 'node:zlib'
import { Inflater } from '@shared/bundle/container/inflate'
import { InflateError } from '@shared/bundle/container/inflate-table'
import { randomFrom } from '@test/support/make-notebook'
import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const inflater = new Inflater()

function inflated(bytes: Uint8Array, portion = bytes.length): Buffer {
  const pieces: Buffer[] = []
  inflater.reset()
  for (let at = 0; at < bytes.length; at += portion) {
    inflater.feed(bytes.subarray(at, at + portion), at + portion >= bytes.length)
    for (let piece = inflater.next(); piece; piece = inflater.next()) pieces.push(Buffer.from(piece))
  }
  if (!inflater.isDone) throw new InflateError('not done')
  return Buffer.concat(pieces)
}

const random = randomFrom(5)
const words = 'harbour council bridge storm engineer mayor resident train 🌊 東京'.split(' ')
const text = Buffer.from(
  Array.from({ length: 120_000 }, () => words[Math.floor(random() * words.length)]).join(' '),
)
const noise = Uint8Array.from({ length: 200_000 }, () => random() * 256)

describe('inflating', () => {
  it.each([0, 1, 3, 6, 9] as const)(
    'reads what zlib and fflate deflate at level %i, in whatever portions',
    (level) => {
      for (const content of [text, noise, new Uint8Array(), new Uint8Array(700_000), text.subarray(0, 3)]) {
        for (const bytes of [
          new Uint8Array(deflateRawSync(content, { level })),
          deflateSync(content, { level }),
        ]) {
          for (const portion of [bytes.length, 4_096, 1_500])
            expect(inflated(bytes, portion).equals(content)).toBe(true)
        }
      }
    },
  )

  it('reads short streams of every strategy', () => {
    const strategies = fc.constantFrom(0, 1, 2, 3, 4)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), strategies, (content, strategy) => {
        return inflated(new Uint8Array(deflateRawSync(content, { strategy }))).equals(content)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses noise, cut streams and streams that go on, and never does anything else', () => {
    const sound = new Uint8Array(deflateRawSync(text.subarray(0, 20_000)))
    expect(() => inflated(Buffer.concat([sound, Buffer.from([0])]))).toThrow(InflateError)
    for (let cut = 1; cut < sound.length; cut += 37)
      expect(() => inflated(sound.slice(0, -cut))).toThrow(InflateError)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), (bytes) => {
        try {
          inflated(bytes, 700)
        } catch (error) {
          if (!(error instanceof InflateError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives a bomb in pieces of bounded size', () => {
    inflater.reset()
    inflater.feed(new Uint8Array(deflateRawSync(new Uint8Array(64 * 2 ** 20))), true)
    let [largest, total] = [0, 0]
    for (let piece = inflater.next(); piece; piece = inflater.next()) {
      largest = Math.max(largest, piece.length)
      total += piece.length
    }
    expect(total).toBe(64 * 2 ** 20)
    expect(largest).toBeLessThan(2 ** 19)
  })
})
