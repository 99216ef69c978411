import { type Placement, reanchorAll } from '@shared/anchoring/reanchor'
import { describePassage } from '@shared/anchoring/selector'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentence } from './paragraphs'

const notice = 'Copying this page is allowed for teaching and for private study only.'
const [head, tail] = ['Copying this page is allowed for teaching', 'and for private study only.']
const unique = (number: number): string => sentence(number).slice(0, 30).trim()

/** Places `quote`, the one at `order` among those like it in the old text. */
function place(old: string, fresh: string, quote: string, order = 0): Placement {
  let start = old.indexOf(quote)
  for (let k = 0; k < order; k += 1) start = old.indexOf(quote, start + 1)
  const selector = describePassage(old, start, start + quote.length)
  return reanchorAll(old, fresh, [{ id: 'it', selector }])[0] as Placement
}

interface Words {
  readonly text: string
  readonly starts: number[]
}

/** Words with what stands behind each of them. */
function layOut(words: readonly string[], gaps: readonly string[]): Words {
  const starts: number[] = []
  let text = ''
  words.forEach((word, order) => {
    starts.push(text.length)
    text += word + gaps[order]
  })
  return { text, starts }
}

describe('lines that stand again and again', () => {
  it('stay where they are, with what follows them, when they are joined into one line', () => {
    const lines = (text: string): string => text.replaceAll(' / ', '\n')
    const old = lines(
      'w0 w1 / w2 w3 w4 w5 / 港口管理员 / 港口管理员 / w8 / w9 / wa / wb wc / wd we wf wg wh / wi wj',
    )
    const joined = lines('w0 w1 w2 / w3 w4 w5 港口管理员 港口管理员 w8 / w9 wa wb wc wd we wf wg wh / wi wj')
    for (const fresh of [joined, `${unique(90)}\n${joined}`]) {
      expect(place(old, fresh, lines('w8 / w9 / wa / wb wc / wd'))).toMatchObject({
        verdict: 'exact',
        start: fresh.indexOf('w8'),
      })
    }
  })

  it('stay where they are when one of them is split', () => {
    const old = [unique(1), notice, unique(2), notice, unique(3)].join('\n')
    const fresh = [unique(90), unique(1), head, tail, unique(2), notice, unique(3)].join('\n')
    expect(place(old, fresh, tail)).toMatchObject({ verdict: 'exact', start: fresh.indexOf(tail) })
    expect(place(old, fresh, notice)).toMatchObject({ verdict: 'exact', start: fresh.indexOf(head) })
    expect(place(old, fresh, notice, 1)).toMatchObject({ verdict: 'exact', start: fresh.indexOf(notice) })
  })

  it('keep the words of a line that one of them was joined with', () => {
    const old = [unique(1), notice, unique(2), notice, unique(3)].join('\n')
    const fresh = [unique(90), `${unique(1)} ${notice}`, unique(2), `${notice} ${unique(3)}`].join('\n')
    for (const number of [1, 2, 3]) {
      expect(place(old, fresh, unique(number))).toMatchObject({
        verdict: 'exact',
        start: fresh.indexOf(unique(number)),
      })
    }
  })

  it('are told apart where they are short and follow each other', () => {
    const short = 'Seven harbour cranes stood idle today.'
    const old = [short, short, unique(1), unique(2), unique(3)].join('\n')
    const fresh = [short, short, unique(1), unique(2), unique(60), unique(3)].join('\n')
    for (const order of [0, 1]) {
      expect(place(old, fresh, short, order)).toMatchObject({
        verdict: 'exact',
        start: order * (short.length + 1),
      })
    }
  })
})

describe('a text whose lines were joined and split anew', () => {
  const block = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(notice, '港口管理员的报告') },
    { weight: 2, arbitrary: fc.constant(undefined) },
  )
  const breaks = fc.array(fc.constantFrom(' ', '\n'), { minLength: 24, maxLength: 24 })

  it('keeps every passage, however often its lines stand there', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 6, maxLength: 24 }),
        breaks,
        fc.nat(),
        fc.nat(20),
        (blocks, drawn, p, q) => {
          const lines = blocks.map((text, order) => (text ?? unique(order)).split(' '))
          const words = lines.flat()
          const lay = (breakAt: (line: number) => string) =>
            layOut(
              words,
              lines.flatMap((line, at) => line.map((_, k) => (k === line.length - 1 ? breakAt(at) : ' '))),
            )
          const old = lay(() => '\n')
          const fresh = lay((line) => drawn[line] ?? ' ')
          const from = p % words.length
          const last = Math.min(words.length - 1, from + q)
          const endIn = ({ starts }: Words) => (starts[last] as number) + (words[last] as string).length
          const selector = describePassage(old.text, old.starts[from] as number, endIn(old))
          const before = `${unique(90)}\n`
          const [placed] = reanchorAll(old.text, before + fresh.text, [{ id: 'it', selector }])
          const start = before.length + (fresh.starts[from] as number)
          expect(placed).toMatchObject({ verdict: 'exact', start, end: before.length + endIn(fresh) })
        },
      ),
      { numRuns: 150 },
    )
  })
})
