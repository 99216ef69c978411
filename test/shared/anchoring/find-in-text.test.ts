import { type FindMode, findInText, type Hit } from '@shared/anchoring/find-in-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixedText } from './mixed-text'

function find(text: string, query: string, mode: FindMode): string[] {
  return hitsOf(text, query, mode).map(([start, end]) => text.slice(start, end))
}

function hitsOf(text: string, query: string, mode: FindMode): Hit[] {
  const found = findInText(text, query, mode)
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

describe('finding plain text', () => {
  it('finds every hit, whatever its case', () => {
    expect(hitsOf('Tea, tea and steam', 'tea', { kind: 'plain' })).toEqual([
      [0, 3],
      [5, 8],
      [14, 17],
    ])
  })

  it('minds the case when asked to', () => {
    expect(find('Tea, tea and TEA', 'tea', { kind: 'plain', matchCase: true })).toEqual(['tea'])
  })

  it('overlooks kinds of quotation marks, dashes, blanks and Unicode forms', () => {
    const text = 'He said “no\u00a0way” – cafe\u0301, o\ufb03ce.'
    expect(find(text, '"no way" - caf\u00e9', { kind: 'plain' })).toEqual(['“no\u00a0way” – cafe\u0301'])
    expect(find(text, 'office', { kind: 'plain' })).toEqual(['o\ufb03ce'])
  })

  it('does not find half a character', () => {
    expect(find('q\u0323 😀', 'q', { kind: 'plain' })).toEqual([])
    expect(find('😀', '\ude00', { kind: 'plain' })).toEqual([])
  })

  it('finds nothing for an empty query', () => {
    expect(hitsOf('abc', ' ', { kind: 'plain' })).toEqual([])
  })

  it('finds any stretch of a text in it, at its place', () => {
    fc.assert(
      fc.property(mixedText, mixedText, (before, after) => {
        const text = `${before} needle ${after}`
        expect(hitsOf(text, 'needle', { kind: 'plain' })).toContainEqual([
          before.length + 1,
          before.length + 7,
        ])
      }),
    )
  })
})

describe('finding whole words', () => {
  it('leaves out hits inside longer words, in any script', () => {
    expect(find('tea steam, tea-time', 'tea', { kind: 'word' })).toEqual(['tea', 'tea'])
    expect(find('дом домик', 'дом', { kind: 'word' })).toEqual(['дом'])
  })

  it('accepts a query that ends in a sign', () => {
    expect(find('C++ and C++11', 'c++', { kind: 'word' })).toEqual(['C++', 'C++'])
  })
})

describe('finding with mistakes', () => {
  it('allows about one wrong letter in five', () => {
    expect(find('the goverment and the governement', 'government', { kind: 'fuzzy' })).toEqual([
      'goverment',
      'governement',
    ])
    expect(find('a gourmet', 'government', { kind: 'fuzzy' })).toEqual([])
  })

  it('allows none in short words', () => {
    expect(find('cat cut', 'cat', { kind: 'fuzzy' })).toEqual(['cat'])
  })

  it('takes long queries', () => {
    const text = 'It was said that the harbor master had written to the counsil in early spring.'
    const [hit] = find(text, 'the harbour master had written to the council', { kind: 'fuzzy' })
    expect(hit).toContain('harbor master had written to the couns')
  })

  it('never misses what plain search finds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 20, maxLength: 200 }),
        (text) => {
          const query = text.slice(5, 12)
          fc.pre(query.trim() === query && !query.includes('  '))
          expect(hitsOf(text, query, { kind: 'fuzzy' }).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('finding by regular expression', () => {
  it('finds matches and passes over empty ones', () => {
    expect(find('a1 b22 c', '\\d*', { kind: 'regexp' })).toEqual(['1', '22'])
  })

  it('says so when the pattern does not parse', () => {
    const found = findInText('abc', '(a', { kind: 'regexp' })
    expect(found.ok ? undefined : found.error.code).toBe('find/bad-pattern')
  })

  it('treats lines as lines', () => {
    expect(find('one\ntwo', '^two$', { kind: 'regexp' })).toEqual(['two'])
  })
})
