import { offsetMap } from '@shared/base/code-points'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('offsets between UTF-16 and code points', () => {
  it('count as the iterator of the string counts, on text of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const map = offsetMap(text)
        let utf16 = 0
        let points = 0
        for (const character of text) {
          expect(map.toCodePoint(utf16)).toBe(points)
          expect(map.toUtf16(points)).toBe(utf16)
          utf16 += character.length
          points += 1
        }
        expect(map.toCodePoint(text.length)).toBe(points)
        expect(map.toUtf16(points)).toBe(text.length)
      }),
    )
  })

  it('take an offset inside a surrogate pair as the start of the pair', () => {
    expect(offsetMap('a😀b').toCodePoint(2)).toBe(1)
  })

  it('clamp offsets outside the text', () => {
    expect(offsetMap('😀').toUtf16(9)).toBe(2)
    expect(offsetMap('abc').toCodePoint(-1)).toBe(0)
  })
})
