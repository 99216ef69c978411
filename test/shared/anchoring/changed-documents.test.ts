import { type Placement, reanchorAll } from '@shared/anchoring/reanchor'
import { describePassage, type Selector } from '@shared/anchoring/selector'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, paragraphs, sentence } from './paragraphs'

/** Words of several scripts and directions, each with the forms that editors and converters give it. */
const forms: readonly (readonly string[])[] = [
  ['“quoted”', '"quoted"', '«quoted»', '„quoted“'],
  ['it’s', "it's", 'it\u02bcs'],
  ['—', '–', '-', '\u2212'],
  ['office', 'o\ufb03ce', 'of\u00adfice', 'of-\nfice'],
  ['flood', '\ufb02ood'],
  ['café', 'cafe\u0301'],
  ['Ångström', 'A\u030angstro\u0308m', '\u212bngström'],
  ['full…', 'full...'],
  ['ＡＢＣ', 'ABC'],
  ['한국어', '한국어'.normalize('NFD')],
  ['港口管理员'],
  ['かがく', 'かがく'.normalize('NFD')],
  ['מנופים', '\u200fמנופים'],
  ['رافعتين', 'رافعتين\u200e'],
  ['हिन्दी'],
  ['👩‍👩‍👧‍👦'],
  ['👍🏽'],
  ['𝔘𝔫𝔦𝔠𝔬𝔡𝔢'],
]
const blanks = [' ', '\u00a0', '  ', '\n', '\r\n', '\t', '\u2009']

interface Piece {
  readonly old: string
  readonly fresh: string
  readonly oldBlank: string
  readonly newBlank: string
}

/** Stands for a word that comes once, so that passages can be told apart. */
const UNIQUE = 'w0x'
const piece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([UNIQUE, UNIQUE] as const) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...forms)
          .chain((list) => fc.tuple(fc.constantFrom(...list), fc.constantFrom(...list))),
      },
    ),
    fc.constantFrom(...blanks),
    fc.constantFrom(...blanks),
  )
  .map(([[old, fresh], oldBlank, newBlank]) => ({ old, fresh, oldBlank, newBlank }))

/** Gives each of the words that come once its own number. */
function numbered(one: Piece, order: number): Piece {
  const word = `w${order.toString(36)}x`
  return one.old === UNIQUE ? { ...one, old: word, fresh: word } : one
}

function layOut(words: readonly string[], gaps: readonly string[]) {
  const places: [number, number][] = []
  let text = ''
  words.forEach((word, order) => {
    places.push([text.length, text.length + word.length])
    text += word + (gaps[order] ?? ' ')
  })
  return { text, places }
}

const selectorOf = (text: string, start: number, end: number): Selector => describePassage(text, start, end)

const place = (old: string, fresh: string, selector: Selector): Placement =>
  reanchorAll(old, fresh, [{ id: 'it', selector }])[0] as Placement

describe('a document set anew', () => {
  it('keeps every passage, whatever became of marks, dashes, blanks, ligatures, forms and directions', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 12, maxLength: 60 }), fc.nat(), fc.nat(), (drawn, p, q) => {
        const pieces = drawn.map(numbered)
        const old = layOut(
          pieces.map((one) => one.old),
          pieces.map((one) => one.oldBlank),
        )
        const fresh = layOut(
          pieces.map((one) => one.fresh),
          pieces.map((one) => one.newBlank),
        )
        const [from, to] = [p % pieces.length, q % pieces.length].sort((x, y) => x - y) as [number, number]
        const words = pieces.slice(from, to + 1)
        fc.pre(new Set(words.map((one) => one.old).filter((word) => /^w.*x$/.test(word))).size >= 3)
        const selector = selectorOf(old.text, old.places[from]?.[0] as number, old.places[to]?.[1] as number)
        const placed = place(old.text, fresh.text, selector)
        expect(placed.verdict).toBe('exact')
        // Marks of direction at the edges are invisible: with or without them the passage is the same.
        const trim = (text: string) => text.replace(/[\u200e\u200f]/g, '')
        expect(trim(fresh.text.slice(placed.start, placed.end))).toBe(
          trim(fresh.text.slice(fresh.places[from]?.[0], fresh.places[to]?.[1])),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('finds a heading again that was set in capitals, and calls it edited', () => {
    const old = [paragraph(1), 'Methods and possible solutions', paragraph(2)].join('\n')
    const fresh = [paragraph(1), 'METHODS AND POSSIBLE SOLUTIONS', paragraph(2)].join('\n')
    const start = old.indexOf('Methods')
    const placed = place(old, fresh, selectorOf(old, start, start + 30))
    expect(placed.verdict).toBe('edited')
    expect(fresh.slice(placed.start, placed.end)).toBe('METHODS AND POSSIBLE SOLUTIONS')
  })

  it('follows sentences over new block edges', () => {
    const old = paragraphs(0, 4).join('\n')
    const fresh = old.replaceAll('\n', ' ').replaceAll('. ', '.\n\n')
    const quote = `${sentence(4)} ${sentence(5)}`
    const start = old.indexOf(quote)
    const placed = place(old, fresh, selectorOf(old, start, start + quote.length))
    expect(placed.verdict).toBe('exact')
    expect(fresh.slice(placed.start, placed.end)).toBe(quote.replace('. ', '.\n\n'))
  })
})

describe('a document with blocks moved, added, copied and removed', () => {
  const order = fc.shuffledSubarray(
    Array.from({ length: 10 }, (_, at) => at),
    { minLength: 4 },
  )

  it('finds what is left word for word in any order, and places nothing that is gone', () => {
    fc.assert(
      fc.property(order, fc.nat(29), (kept, number) => {
        const old = paragraphs(0, 10).join('\n\n')
        const fresh = kept.map(paragraph).join('\n\n')
        const quote = sentence(number)
        const start = old.indexOf(quote)
        const placed = place(old, fresh, selectorOf(old, start, start + quote.length))
        expect(placed.start).toBe(fresh.indexOf(quote))
        expect(['exact', 'moved', 'lost', 'ambiguous']).toContain(placed.verdict)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps a block in its place when a copy of it comes elsewhere', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(2), (copied, behind, part) => {
        fc.pre(Math.abs(copied - behind) > 1)
        const old = paragraphs(0, 10)
        const fresh = [...old.slice(0, behind), paragraph(copied), paragraph(50), ...old.slice(behind)]
        const quote = sentence(copied * 3 + part)
        const text = old.join('\n')
        const start = text.indexOf(quote)
        const placed = place(text, fresh.join('\n'), selectorOf(text, start, start + quote.length))
        const before = fresh.slice(0, behind <= copied ? copied + 2 : copied).join('\n').length
        expect(placed.verdict).toBe('exact')
        expect(placed.start).toBe(
          before + (copied === 0 && behind > copied ? 0 : 1) + start - offsetOf(copied),
        )
      }),
      { numRuns: 100 },
    )
    function offsetOf(block: number): number {
      return paragraphs(0, block).reduce((length, text) => length + text.length + 1, 0)
    }
  })

  it('keeps every line of a table in its row when rows are added and taken out', () => {
    const row = (number: number) => `${sentence(number).slice(0, 20)} | yes | no | not measured | yes`
    const old = [paragraph(90), ...Array.from({ length: 20 }, (_, at) => row(at))].join('\n')
    const rows = [...Array.from({ length: 4 }, (_, at) => at), 5, 6, 7, 61, 62]
    const fresh = [paragraph(90), ...[...rows, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map(row)].join(
      '\n',
    )
    for (const number of [0, 3, 5, 7, 8, 19]) {
      const start = old.indexOf(row(number)) + row(number).indexOf('not measured')
      const placed = place(old, fresh, selectorOf(old, start, start + 12))
      expect(placed.verdict).toBe('exact')
      expect(placed.start).toBe(fresh.indexOf(row(number)) + row(number).indexOf('not measured'))
    }
    const gone = old.indexOf(row(4)) + row(4).indexOf('not measured')
    expect(place(old, fresh, selectorOf(old, gone, gone + 12)).start).toBe(-1)
  })

  it('gives no place to a short common passage whose block is gone', () => {
    const old = [paragraph(1), `${sentence(70)} She said so. ${sentence(71)}`, paragraph(2), 'She said so.']
    const fresh = [paragraph(1), paragraph(2), 'She said so.'].join('\n')
    const text = old.join('\n')
    const start = text.indexOf('She said so.')
    expect(place(text, fresh, selectorOf(text, start, start + 12)).start).toBe(-1)
  })

  it('follows a passage over two blocks, and what is left of it when the second is taken out', () => {
    const old = paragraphs(0, 5).join('\n')
    const start = old.indexOf(sentence(5))
    const end = old.indexOf(sentence(6)) + sentence(6).length
    expect(place(old, `${sentence(80)}\n${old}`, selectorOf(old, start, end))).toMatchObject({
      verdict: 'exact',
      start: start + sentence(80).length + 1,
    })
    const cut = old.replace(`${sentence(6)} `, '')
    const placed = place(old, cut, selectorOf(old, start, end))
    expect(placed.verdict).toBe('edited')
    expect(cut.slice(placed.start, placed.end).trim()).toBe(sentence(5))
  })
})

describe('selectors at their limits', () => {
  const old = paragraphs(0, 6).join('\n')
  const fresh = `${sentence(80)}\n${old}\n${sentence(81)}`
  const shift = sentence(80).length + 1

  it('find the first word, the last word, a single word and the whole text', () => {
    const spans: [number, number][] = [
      [0, 5],
      [old.length - 6, old.length],
      [old.indexOf(' ') + 1, old.indexOf(' ', 8)],
      [0, old.length],
    ]
    for (const [start, end] of spans) {
      const placed = place(old, fresh, selectorOf(old, start, end))
      expect([placed.verdict, placed.start, placed.end]).toEqual(['exact', start + shift, end + shift])
    }
  })

  it('lose everything in an empty text, and nothing else happens', () => {
    for (const empty of ['', ' ', '\n\n', '\u200b']) {
      expect(place(old, empty, selectorOf(old, 0, 20))).toMatchObject({ verdict: 'lost', start: -1, end: -1 })
    }
  })

  it('work without an old text to speak of', () => {
    const placed = place('', fresh, selectorOf(old, 0, sentence(0).length))
    expect(fresh.slice(placed.start, placed.end)).toBe(sentence(0))
  })

  it.each([
    ['without prefix and suffix', { prefix: '', suffix: '' }],
    ['without a position', { start: -1, end: -1 }],
    ['with a position in another text', { start: 3, end: 9 }],
    ['with a position outside the text', { start: 1_000_000, end: 1_000_009 }],
    ['without words', { exact: '', prefix: '', suffix: '' }],
  ])('find their passage %s', (_, change) => {
    const start = old.indexOf(sentence(7))
    const selector = { ...selectorOf(old, start, start + sentence(7).length), ...change }
    expect(place(old, fresh, selector)).toMatchObject({ verdict: 'exact', start: start + shift })
  })

  it('admit doubt where a quote stands several times and nothing tells which is meant', () => {
    const text = [paragraph(0), 'A line that returns.', paragraph(1), 'A line that returns.'].join('\n')
    const selector = { start: -1, end: -1, exact: 'A line that returns.', prefix: '', suffix: '' }
    const placed = place(text, `${sentence(80)}\n${text}`, selector)
    expect(placed).toMatchObject({ verdict: 'ambiguous', start: -1 })
    expect(placed.candidates).toHaveLength(2)
  })
})
