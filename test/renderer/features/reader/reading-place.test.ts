import { placeIn } from '@renderer/features/reader/use-reading-place'
import { describe, expect, it } from 'vitest'

describe('a reading place in another version', () => {
  const words = 'where one was reading'

  it('is where the words are now, the nearest to where they were', () => {
    const text = `${words} ${'x'.repeat(50)} ${words} ${'x'.repeat(200)} ${words}`
    expect(placeIn(text, { offset: 60, words })).toBe(text.indexOf(words, 1))
    expect(placeIn(text, { offset: 2, words })).toBe(0)
  })

  it('is the same offset where the words are gone, within the text', () => {
    expect(placeIn('short', { offset: 60, words })).toBe(5)
    expect(placeIn('a longer text', { offset: 3, words })).toBe(3)
  })
})
