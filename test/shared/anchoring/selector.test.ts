import { describePassage, selectorToW3C } from '@shared/anchoring/selector'
import { selectorFromW3C } from '@shared/anchoring/w3c-selector'
import { offsetMap } from '@shared/base/code-points'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixedPassage } from './mixed-text'

describe('describing a passage', () => {
  it('takes the words and about 32 characters on both sides', () => {
    const text = `${'a'.repeat(50)}HERE${'b'.repeat(50)}`
    expect(describePassage(text, 50, 54)).toEqual({
      start: 50,
      end: 54,
      exact: 'HERE',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    })
  })

  it('never cuts a character of the context in two', () => {
    const family = '👩‍👩‍👧‍👦'
    const text = `${family}${'x'.repeat(28)}HERE${'y'.repeat(31)}e\u0301z`
    const start = text.indexOf('HERE')
    const { prefix, suffix } = describePassage(text, start, start + 4)
    expect(prefix).toBe(`${family}${'x'.repeat(28)}`)
    expect(suffix).toBe(`${'y'.repeat(31)}e\u0301`)
  })

  it('keeps prefix, passage and suffix side by side in any text', () => {
    fc.assert(
      fc.property(mixedPassage, ({ text, start, end }) => {
        const { prefix, exact, suffix } = describePassage(text, start, end)
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix)
      }),
    )
  })
})

describe('W3C selectors', () => {
  it('name the same passage after going out in code points and coming back, whatever the script', () => {
    fc.assert(
      fc.property(mixedPassage, ({ text, start, end }) => {
        const map = offsetMap(text)
        const selector = describePassage(text, start, end)
        const written = selectorToW3C(selector, map)
        const position = written[1]
        const points = Array.from(text)
        expect(points.slice(position?.start, position?.end).join('')).toBe(selector.exact)
        expect(selectorFromW3C(JSON.parse(JSON.stringify(written)), map)).toEqual({
          ok: true,
          value: selector,
        })
      }),
      { numRuns: 500 },
    )
  })

  const map = offsetMap('😀 one two three')

  it('are read alone, without a position', () => {
    expect(selectorFromW3C({ type: 'TextQuoteSelector', exact: 'two' }, map)).toEqual({
      ok: true,
      value: { start: -1, end: -1, exact: 'two', prefix: '', suffix: '' },
    })
  })

  it('are read from a position alone, in code points', () => {
    const read = selectorFromW3C([{ type: 'TextPositionSelector', start: 2, end: 5 }], map)
    expect(read).toEqual({ ok: true, value: { start: 3, end: 6, exact: '', prefix: '', suffix: '' } })
  })

  it('may refine a fragment of which the place is unknown', () => {
    const read = selectorFromW3C(
      {
        type: 'FragmentSelector',
        value: 'section',
        refinedBy: { type: 'TextQuoteSelector', exact: 'two', prefix: 'one ' },
      },
      map,
    )
    expect(read.ok && read.value).toMatchObject({ start: -1, exact: 'two', prefix: 'one ' })
  })

  it('count a refining position from the start of what it refines', () => {
    const read = selectorFromW3C(
      {
        type: 'TextPositionSelector',
        start: 2,
        end: 9,
        refinedBy: { type: 'TextPositionSelector', start: 4, end: 7 },
      },
      map,
    )
    expect(read.ok && read.value).toMatchObject({ start: 7, end: 10 })
  })

  it('narrow a quote by the quote that refines it', () => {
    const read = selectorFromW3C(
      {
        type: 'TextQuoteSelector',
        exact: 'one two three',
        refinedBy: { type: 'TextQuoteSelector', exact: 'two' },
      },
      map,
    )
    expect(read.ok && read.value).toMatchObject({ exact: 'two' })
  })

  it('read a range from the start of one selector to the start of another', () => {
    const at = (start: number) => ({ type: 'TextPositionSelector', start, end: start + 1 })
    const range = { type: 'RangeSelector', startSelector: at(2), endSelector: at(5) }
    const read = selectorFromW3C(range, map)
    expect(read.ok && read.value).toMatchObject({ start: 3, end: 6 })
    expect(selectorFromW3C({ ...range, startSelector: at(9) }, map).ok).toBe(false)
  })

  it('take what they understand among ways that they do not', () => {
    const read = selectorFromW3C(
      [
        { type: 'XPathSelector', value: '/p[1]' },
        { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p[1]' } },
        { type: 'TextQuoteSelector', exact: 'two' },
      ],
      map,
    )
    expect(read.ok && read.value).toMatchObject({ start: -1, exact: 'two' })
  })

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { type: 'TextQuoteSelector' },
    { type: 'TextPositionSelector', start: -1, end: 2 },
  ])('fail clearly when there is nothing to go by: %j', (value) => {
    const read = selectorFromW3C(value, map)
    expect(read.ok ? undefined : read.error.code).toBe('anchor/no-selector')
  })
})
