import { anchorAnnotations } from '@shared/anchoring/command'
import { describePassage, selectorToW3C } from '@shared/anchoring/selector'
import { offsetMap } from '@shared/base/code-points'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixedText } from './mixed-text'

const old = '😀 The ferry leaves at seven in the morning and comes back at noon. Nobody had seen the keeper.'
const fresh = `🎉🎉 News! ${old}`

const place = (text: string, quote: string): unknown => {
  const start = text.indexOf(quote)
  return selectorToW3C(describePassage(text, start, start + quote.length), offsetMap(text))
}

function run(annotations: unknown, oldText = old, newText = fresh): unknown[] {
  const lines = anchorAnnotations(oldText, newText, JSON.stringify(annotations))
  if (!lines.ok) throw new Error(lines.error.message)
  return [...lines.value]
}

describe('the anchor command', () => {
  it('answers in code points and in the order of the input', () => {
    const lines = run([
      { id: 'b', target: { source: 'x', selector: place(old, 'noon') } },
      { id: 'a', target: { source: 'x', selector: place(old, 'ferry') } },
    ])
    const at = (quote: string): number => Array.from(fresh.slice(0, fresh.indexOf(quote))).length
    expect(lines).toMatchObject([
      { id: 'b', verdict: 'exact', start: at('noon'), end: at('noon') + 4 },
      { id: 'a', verdict: 'exact', start: at('ferry'), end: at('ferry') + 5 },
    ])
  })

  it.each([
    ['a single selector', { target: { selector: (place(old, 'ferry') as unknown[])[0] } }],
    [
      'a list of targets',
      { target: ['http://example.org/', { source: 'x', selector: place(old, 'ferry') }] },
    ],
    [
      'a refined selector',
      { target: { selector: { type: 'FragmentSelector', value: 'p', refinedBy: place(old, 'ferry') } } },
    ],
  ])('accepts %s', (_, annotation) => {
    expect(run([{ id: 'x', ...annotation }])).toMatchObject([{ id: 'x', verdict: 'exact' }])
  })

  it('accepts a page of annotations', () => {
    expect(
      run({ type: 'AnnotationPage', items: [{ id: 'x', target: { selector: place(old, 'ferry') } }] }),
    ).toHaveLength(1)
  })

  it('accepts a collection with its first page, as bundles and exports hold it', () => {
    const items = [
      { id: 'x', target: { selector: place(old, 'ferry') } },
      { id: 'y', target: { selector: place(old, 'noon') } },
    ]
    expect(run({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } })).toMatchObject([
      { id: 'x', verdict: 'exact' },
      { id: 'y', verdict: 'exact' },
    ])
  })

  it('gives no offsets for what is lost', () => {
    const lines = run(
      [{ id: 'x', target: { selector: place(old, 'Nobody had seen') } }],
      old,
      'Something else.',
    )
    expect(lines).toMatchObject([{ id: 'x', verdict: 'lost', start: null, end: null }])
  })

  it('names what it cannot read and goes on', () => {
    const lines = run([
      { id: 'x', target: 'http://example.org/' },
      7,
      { id: 'y', target: { selector: place(old, 'noon') } },
    ])
    expect(lines).toMatchObject([
      { id: 'x', error: { code: 'anchor/no-selector' } },
      { id: '1', error: { code: 'anchor/no-selector' } },
      { id: 'y', verdict: 'exact' },
    ])
  })

  it.each(['', '{', '7', '"x"', 'null'])(
    'fails clearly on input that is no list of annotations: %j',
    (json) => {
      const lines = anchorAnnotations(old, fresh, json)
      expect(lines.ok ? undefined : lines.error.code).toBe('anchor/bad-input')
    },
  )

  it('keeps code points and UTF-16 apart, whatever stands before the passage', () => {
    fc.assert(
      fc.property(mixedText, mixedText, (before, inserted) => {
        const one = `${before}\n\n${old}`
        const two = `${before}${inserted}\n\n${old}`
        const [line] = run([{ id: 'x', target: { selector: place(one, 'in the morning') } }], one, two) as [
          { start: number; end: number },
        ]
        expect(Array.from(two).slice(line.start, line.end).join('')).toBe('in the morning')
      }),
      { numRuns: 300 },
    )
  })
})
