import type { QuoteSuggestion } from '@shared/quotes/suggestions'
import { isDoubtful, waitingAmong } from '@shared/quotes/waiting-suggestions'
import { describe, expect, it } from 'vitest'

function quote(
  key: string,
  spans: [number, number][],
  change: Partial<QuoteSuggestion> = {},
): QuoteSuggestion {
  return {
    key,
    kind: 'direct',
    spans,
    speaker: 'Somebody',
    speakerKey: 'somebody',
    speakerSpan: null,
    cueSpan: null,
    confidence: 0.9,
    reason: '',
    ...change,
  }
}

const keysOf = (quotes: QuoteSuggestion[], settled: string[] = []) =>
  waitingAmong({ quotes, claims: [] }, ({ key }) => settled.includes(key)).quotes.map(({ key }) => key)

describe('what waits for a decision', () => {
  it('offers words quoted within a reported sentence only once the sentence is out of the way', () => {
    const outer = quote('outer', [[0, 80]], { kind: 'mixed' })
    const inner = quote('inner', [[20, 40]])
    expect(keysOf([outer, inner])).toEqual(['outer'])
    expect(keysOf([outer, inner], ['outer'])).toEqual(['inner'])
  })

  it('keeps the words of another speaker, and sure words within a doubtful sentence', () => {
    const outer = quote('outer', [[0, 80]])
    expect(keysOf([outer, quote('inner', [[20, 40]], { speakerKey: 'other' })])).toEqual(['outer', 'inner'])
    const doubtful = quote('outer', [[0, 80]], { confidence: 0.2 })
    expect(isDoubtful(doubtful)).toBe(true)
    expect(keysOf([doubtful, quote('inner', [[20, 40]])])).toEqual(['outer', 'inner'])
  })
})
