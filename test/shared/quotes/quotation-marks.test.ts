import { splitBlocks } from '@shared/quotes/reading/blocks'
import { findQuotedSpans } from '@shared/quotes/reading/quotation-marks'
import { describe, expect, it } from 'vitest'

const quotedIn = (text: string, depth = 0) =>
  findQuotedSpans(text, splitBlocks(text))
    .filter((span) => span.depth === depth)
    .map((span) => text.slice(span.start, span.end))

describe('pairing quotation marks', () => {
  it.each([
    ['English', 'She said, “The bridge is safe,” and left.', 'The bridge is safe,'],
    ['straight', 'She said, "The bridge is safe," and left.', 'The bridge is safe,'],
    ['single', 'She said, ‘The bridge is safe,’ and left.', 'The bridge is safe,'],
    ['German low', 'Sie sagte: „Die Brücke ist sicher.“ Dann ging sie.', 'Die Brücke ist sicher.'],
    ['German inward angles', 'Sie sagte: »Die Brücke ist sicher.« Dann ging sie.', 'Die Brücke ist sicher.'],
    ['French', 'Elle a dit : « Le pont est sûr », puis est partie.', ' Le pont est sûr '],
    ['Spanish', 'Dijo: «El puente es seguro» y se fue.', 'El puente es seguro'],
    ['Russian', '«Мост безопасен», — сказала она.', 'Мост безопасен'],
    ['Czech', '„Most je bezpečný,“ řekla.', 'Most je bezpečný,'],
    ['corner brackets', '彼女は「橋は安全だ」と言った。', '橋は安全だ'],
  ])('reads %s marks', (_, text, content) => {
    expect(quotedIn(text)).toEqual([content])
  })

  it('tells apostrophes from single quotation marks', () => {
    expect(quotedIn("The miners' union didn't vote; it's over, 'he said.")).toEqual([])
    expect(quotedIn("'We don't know,' the miners' chair said.")).toEqual(["We don't know,"])
    expect(quotedIn('The dogs’ owner recalled the ’80s and didn’t smile.')).toEqual([])
  })

  it('keeps a quotation inside a quotation apart from the outer one', () => {
    const text = '“She told me, ‘Sell the boat,’ and I did,” he said.'
    expect(quotedIn(text)).toEqual(['She told me, ‘Sell the boat,’ and I did,'])
    expect(quotedIn(text, 1)).toEqual(['Sell the boat,'])
  })

  it('follows a quotation over paragraphs that each open it again', () => {
    const text = '“The first day was quiet.\n“The second was not,” she said.'
    const spans = findQuotedSpans(text, splitBlocks(text))
    expect(spans.map((span) => [span.closed, span.continues])).toEqual([
      [false, false],
      [true, true],
    ])
  })

  it('takes inches and an unopened mark for no quotation', () => {
    expect(quotedIn('The plank is 12" wide and 3" thick.')).toEqual([])
    expect(quotedIn('A stray mark” stands here.')).toEqual([])
  })

  it('keeps offsets right with Windows line ends', () => {
    expect(quotedIn('A line.\r\n“Two words,” he said.\r\n')).toEqual(['Two words,'])
  })

  it('reads two apostrophes as one mark, and longer runs as none', () => {
    expect(quotedIn("She said ''The bridge isn't safe,'' and left.")).toEqual(["The bridge isn't safe,"])
    expect(quotedIn("The '''bridge''' is safe.")).toEqual([])
    expect(quotedIn("''She said 'no,''' he recalled.")).toEqual(["She said 'no,'"])
  })

  it.each([
    'Rock ’n’ roll, the ’90s and ’tis the season.',
    "'Tis the season of '68, y'all.",
    'He is 5\'10" tall; the board is 6" by 2".',
    "The dogs' bowls and the cats' beds stood outside.",
    'The coin 🪙 fell at 12°30′15″ north.',
  ])('finds no quotation in: %s', (text) => {
    expect(quotedIn(text)).toEqual([])
  })

  it('reads one paragraph that holds 150,000 quotations', () => {
    expect(quotedIn('“a” '.repeat(150_000))).toHaveLength(150_000)
  })

  it('ends a quotation that is never closed with its paragraph', () => {
    expect(quotedIn('He said, “We will see.\nThe road was closed.')).toEqual(['We will see.'])
    expect(quotedIn('«Nous verrons.\nLa route est fermée.')).toEqual(['Nous verrons.'])
  })
})
