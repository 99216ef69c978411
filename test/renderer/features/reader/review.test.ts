import { moveEdge } from '@renderer/features/reader/review/move-edge'
import { currentIn } from '@renderer/features/reader/review/review-list'
import type { Suggested } from '@shared/quotes/waiting-suggestions'
import { describe, expect, it } from 'vitest'

const TEXT = 'She said “the gates, all six, would close” and left.'
const wordsOf = ([start, end]: readonly [number, number]) => TEXT.slice(start, end)
const spanOf = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]

describe('moving the edges of a passage', () => {
  it('goes by one word or mark at a time', () => {
    const span = spanOf('gates, all')
    expect(wordsOf(moveEdge(TEXT, span, 'start', -1))).toBe('the gates, all')
    expect(wordsOf(moveEdge(TEXT, span, 'start', 1))).toBe(', all')
    expect(wordsOf(moveEdge(TEXT, span, 'end', 1))).toBe('gates, all six')
    expect(wordsOf(moveEdge(TEXT, span, 'end', -1))).toBe('gates,')
  })

  it('never makes a passage empty or leaves the text', () => {
    expect(wordsOf(moveEdge(TEXT, spanOf('gates'), 'start', 1))).toBe('gates')
    expect(wordsOf(moveEdge(TEXT, spanOf('gates'), 'end', -1))).toBe('gates')
    expect(moveEdge(TEXT, [0, 3], 'start', -1)).toEqual([0, 3])
    expect(moveEdge(TEXT, [0, TEXT.length], 'end', 1)).toEqual([0, TEXT.length])
  })
})

describe('what is looked at in a review', () => {
  const list = ['a', 'b', 'c'].map((key) => ({ key }) as Suggested)

  it('is the next one when the last is gone, and the first after the end', () => {
    expect(currentIn(list, { key: null, index: 1, decided: 'gone' })).toBe(1)
    expect(currentIn(list, { key: 'gone', index: 3, decided: null })).toBe(0)
    expect(currentIn([], { key: 'a', index: 0, decided: null })).toBe(-1)
  })

  it('is again what was decided once that is undone', () => {
    expect(currentIn(list, { key: 'c', index: 2, decided: 'b' })).toBe(1)
  })
})
