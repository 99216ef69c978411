import { foldText } from '@shared/anchoring/fold-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixedText, writtenText } from './mixed-text'

describe('folding a text', () => {
  it.each([
    ['“a” „b“ «c»', '"a" "b" "c"'],
    ['it’s ‘so’', "it's 'so'"],
    ['1914–1918 — end', '1914-1918 - end'],
    ['a \u00a0\t\r\n b', 'a b'],
    ['o\ufb03ce \ufb01t', 'office fit'],
    ['e\u0301te\u0301', '\u00e9t\u00e9'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['Ｗｉｄｅ', 'Wide'],
    ['\u1112\u1161\u11ab', '\ud55c'],
  ])('makes %j into %j', (source, expected) => {
    expect(foldText(source).text).toBe(expected)
  })

  it('joins words that were broken at a line end, and leaves ranges and dashes alone', () => {
    const joined = foldText('exam-\nple well-known 1914-\n1918 one — two', { joinHyphens: true }).text
    expect(joined).toBe('example wellknown 1914- 1918 one - two')
  })

  it('leads every unit back to where it came from', () => {
    const source = 'x o\ufb03ce\r\n y'
    const { text, starts, ends } = foldText(source)
    const at = text.indexOf('ffi')
    expect(source.slice(starts[at], ends[at + 2])).toBe('\ufb03')
    expect(source.slice(starts[text.indexOf('y')], ends[text.indexOf('y')])).toBe('y')
  })

  it('keeps the order of the source and covers it, whatever the text', () => {
    fc.assert(
      fc.property(mixedText, fc.boolean(), fc.boolean(), (source, joinHyphens, foldCase) => {
        const { text, starts, ends } = foldText(source, { joinHyphens, foldCase })
        let last = 0
        for (let unit = 0; unit < text.length; unit += 1) {
          expect(starts[unit]).toBeGreaterThanOrEqual(last)
          expect(ends[unit]).toBeGreaterThan(starts[unit] as number)
          last = starts[unit] as number
        }
        expect(starts[text.length]).toBe(source.length)
      }),
    )
  })

  it('changes nothing that it has folded before', () => {
    fc.assert(
      fc.property(writtenText, (source) => {
        const once = foldText(source).text
        expect(foldText(once).text).toBe(once)
      }),
    )
  })
})
