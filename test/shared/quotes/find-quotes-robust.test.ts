import { findQuotes } from '@shared/quotes/find-quotes'
import { describe, expect, it } from 'vitest'

const wordsOf = (text: string) =>
  findQuotes(text, { lang: 'en' })
    .filter(({ kind }) => kind === 'direct')
    .map(({ spans }) => spans.map((span) => text.slice(...span)).join(' … '))

describe('finding quotes in untidy texts', () => {
  it('keeps offsets right behind a byte order mark, emoji and Windows line ends', () => {
    const text =
      '\uFEFF🌊 The tide came early.\r\n“The harbour is open 🚢 again,” Anna Brandt told reporters.\r\n'
    expect(wordsOf(text)).toEqual(['The harbour is open 🚢 again,'])
  })

  it('reads straight marks and apostrophes of the same paragraph', () => {
    const text =
      "\"It's the dogs' home, isn't it?\" Peter Hale said. \"We've kept it since '92, and we won't sell.\""
    expect(wordsOf(text)).toEqual([
      "It's the dogs' home, isn't it? … We've kept it since '92, and we won't sell.",
    ])
  })

  it('loses nothing to a mark that is never closed', () => {
    const text =
      '“The road is closed, Anna Brandt said.\nThen the fog came in.\n“The bridge is open until the evening,” Peter Hale said.'
    expect(wordsOf(text)).toContain('The bridge is open until the evening,')
  })

  it('gives the words between two apostrophes as mixed: they may be emphasis', () => {
    const text = "''The harbour is open again and it will stay open,'' said Anna Brandt on Monday."
    const quotes = findQuotes(text, { lang: 'en' })
    expect(quotes.map(({ kind, speaker }) => [kind, speaker])).toEqual([['mixed', 'Anna Brandt']])
  })

  it('reads a paragraph of thousands of quotations', () => {
    const text = 'Anna Brandt said “the plan is good” and left the hall. '.repeat(2000)
    expect(findQuotes(text, { lang: 'en' }).length).toBeGreaterThan(1900)
  })
})
