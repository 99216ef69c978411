import { inflateRawSync } from 'node:zlib'
import { CanonicalDeflate } from '@shared/bundle/container/deflate'
import { randomFrom } from '@test/support/make-notebook'
import fc from 'fast-check'
import { inflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const deflate = new CanonicalDeflate()

function deflated(content: Uint8Array, portion = content.length || 1): Buffer {
  const blocks: Uint8Array[] = []
  const pieces: Uint8Array[] = []
  deflate.begin(
    (block) => blocks.push(block.slice()),
    (bytes) => pieces.push(bytes.slice()),
  )
  for (let at = 0; at < content.length; at += portion) deflate.push(content.subarray(at, at + portion))
  deflate.finish()
  expect(Buffer.concat(blocks).equals(content)).toBe(true)
  return Buffer.concat(pieces)
}

function isRead(content: Uint8Array): boolean {
  const bytes = deflated(content)
  return inflateRawSync(bytes).equals(content) && Buffer.from(inflateSync(bytes)).equals(content)
}

const random = randomFrom(11)
const filled = (size: number, next: (index: number) => number) =>
  Uint8Array.from({ length: size }, (_, index) => next(index))
/** Frequencies that double from symbol to symbol ask for codes that are longer than they may be. */
const doubling = filled(400_000, () => Math.floor(-Math.log2(random())))
const lines = Buffer.from(
  Array.from(
    { length: 30_000 },
    (_, index) => `{"id":${index},"word":"${'tide quay ferry pier'.split(' ')[index % 4]}"}\n`,
  ).join(''),
)

describe('deflating', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', filled(1, () => 7)],
    ['a short text', Buffer.from('quay')],
    ['one byte many times', new Uint8Array(1_000_000)],
    ['noise', filled(300_000, () => random() * 256)],
    ['noise and then zeros', filled(600_000, (index) => (index < 262_144 ? random() * 256 : 0))],
    ['very uneven bytes', doubling],
    ['lines', lines],
    ['just a block', filled(262_144, (index) => index % 251)],
    ['a block and a byte', filled(262_145, (index) => index % 251)],
    [
      'a distance as long as the window',
      filled(98_304, (index) => ((index % 32_768) * 2_654_435_761) >>> 24),
    ],
  ])('gives what other programs inflate to the same: %s', (_name, content) => {
    expect(isRead(new Uint8Array(content))).toBe(true)
  })

  it('gives what other programs inflate, whatever the content', () => {
    const words = fc.array(fc.constantFrom('tide', 'quay', '🌊', '\n', '{"a":'), { maxLength: 400 })
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      words.map((list) => new Uint8Array(Buffer.from(list.join('')))),
    )
    fc.assert(fc.property(content, isRead), { numRuns: 300 })
  })

  it('gives the same bytes in whatever portions the content comes', () => {
    const whole = deflated(new Uint8Array(lines))
    for (const portion of [1_000, 65_537, 262_144])
      expect(deflated(new Uint8Array(lines), portion).equals(whole)).toBe(true)
  })

  it('makes text small, and nothing much larger', () => {
    expect(deflated(new Uint8Array(lines)).length).toBeLessThan(lines.length / 6)
    expect(deflated(filled(300_000, () => random() * 256)).length).toBeLessThan(300_000 + 64)
  })
})
