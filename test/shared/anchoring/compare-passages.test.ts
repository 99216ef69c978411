import { comparePassages } from '@shared/anchoring/compare-passages'
import { describe, expect, it } from 'vitest'

describe('comparePassages', () => {
  it('marks the words that only one passage has', () => {
    const { old, new: fresh } = comparePassages(
      'the bridge opens in spring',
      'the bridge opens in late autumn',
    )
    expect(old.filter(({ isShared }) => !isShared).map(({ text }) => text)).toEqual(['spring'])
    expect(fresh.filter(({ isShared }) => !isShared).map(({ text }) => text)).toEqual(['late autumn'])
  })

  it('gives both texts back whole', () => {
    const { old, new: fresh } = comparePassages('one two\nthree', 'quite other words here')
    expect(old.map(({ text }) => text).join('')).toBe('one two three')
    expect(fresh.map(({ text }) => text).join('')).toBe('quite other words here')
  })

  it('marks nothing in equal passages', () => {
    const { old, new: fresh } = comparePassages('the same words', 'the same words')
    expect([...old, ...fresh].every(({ isShared }) => isShared)).toBe(true)
  })
})
