import { type Placement, reanchorAll } from '@shared/anchoring/reanchor'
import { describePassage } from '@shared/anchoring/selector'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, sentence } from './paragraphs'

const notice =
  'Copying this page is allowed for teaching and for private study only, if its source is named in full.'
/** The notice with some of its words changed. */
const reworded =
  'Copying these pages is allowed for teaching or for private reading only, if their source is named there.'

/** Joins blocks and tells where each of them begins. */
function layOut(blocks: readonly string[]): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  for (const block of blocks) {
    starts.push(text.length)
    text += `${block}\n\n`
  }
  return { text, starts }
}

/** Places a passage of the old block at `order`, read from the whole block or from `quote`. */
function place(old: readonly string[], fresh: readonly string[], order: number, quote?: string): Placement {
  const { text, starts } = layOut(old)
  const block = old[order] as string
  const start = (starts[order] as number) + (quote ? block.indexOf(quote) : 0)
  const selector = describePassage(text, start, start + (quote ?? block).length)
  return reanchorAll(text, layOut(fresh).text, [{ id: 'it', selector }])[0] as Placement
}

const blockAt = (fresh: readonly string[], { start }: Placement): number =>
  layOut(fresh).starts.findLastIndex((from) => from <= start)

describe('a paragraph that stands again and again', () => {
  it('stays with its neighbours where another copy of it, with fewer changes, has moved close by', () => {
    const old = [0, 1, notice, 2, 3, 4, 5, notice, 6, 7].map((one) =>
      one === notice ? one : paragraph(Number(one)),
    )
    const section = [paragraph(4), paragraph(5), notice, paragraph(6)]
    const fresh = [paragraph(0), paragraph(1), reworded, ...section, paragraph(2), paragraph(3), paragraph(7)]
    expect(blockAt(fresh, place(old, fresh, 2, 'for teaching'))).toBe(2)
    expect(blockAt(fresh, place(old, fresh, 7, 'for teaching'))).toBe(5)
  })

  it('goes where it has moved alone, though a section with a copy of it was copied', () => {
    const section = [paragraph(2), notice, paragraph(3)]
    const old = [paragraph(0), notice, paragraph(1), ...section, paragraph(4), paragraph(5)]
    const fresh = [paragraph(0), paragraph(1), ...section, ...section, paragraph(4), notice, paragraph(5)]
    const placed = place(old, fresh, 1)
    expect(placed.verdict).toBe('moved')
    expect(blockAt(fresh, placed)).toBe(9)
  })

  it('is not taken for a copy elsewhere when it was removed with its section', () => {
    const old = [
      paragraph(0),
      paragraph(1),
      notice,
      paragraph(2),
      paragraph(3),
      paragraph(4),
      notice,
      paragraph(5),
    ]
    const copied = [paragraph(4), notice, paragraph(5)]
    const fresh = [paragraph(0), paragraph(3), ...copied, paragraph(60), ...copied]
    const placed = place(old, fresh, 2)
    expect(placed.start).toBe(-1)
  })

  it('does not go into a copied section that begins with another copy of it', () => {
    const section = [notice, paragraph(4), paragraph(5)]
    const rest = [paragraph(1), paragraph(2), paragraph(3), ...section, paragraph(6)]
    const old = [paragraph(0), notice, ...rest]
    const fresh = [paragraph(0), ...section, reworded, ...rest]
    expect(blockAt(fresh, place(old, fresh, 1, 'for teaching'))).toBe(4)
  })

  it('is not taken for kept when it was removed and a copied section stands in its place', () => {
    const section = [paragraph(4), notice, paragraph(5)]
    const old = [paragraph(0), paragraph(1), notice, paragraph(2), paragraph(3), ...section, paragraph(6)]
    const fresh = [paragraph(0), ...section, paragraph(3), ...section, paragraph(6)]
    expect(place(old, fresh, 2).start).toBe(-1)
  })

  it('keeps its place among equal ones whatever single words are changed in them', () => {
    const words = notice.split(' ')
    const edits = fc.array(fc.array(fc.nat(words.length - 1), { maxLength: 4 }), {
      minLength: 5,
      maxLength: 5,
    })
    fc.assert(
      fc.property(edits, fc.nat(4), (changes, order) => {
        const copies = changes.map((places, copy) =>
          words.map((word, at) => (places.includes(at) ? `other${copy}w${at}` : word)).join(' '),
        )
        const old = copies.flatMap((_, at) => [paragraph(at), notice])
        const fresh = copies.flatMap((copy, at) => [paragraph(at), copy])
        expect(blockAt(fresh, place(old, fresh, 2 * order + 1))).toBe(2 * order + 1)
      }),
      { numRuns: 60 },
    )
  })

  it('is left in doubt where equal ones follow each other and one in their middle is gone', () => {
    const old = [paragraph(0), notice, notice, notice, notice, paragraph(1)]
    const fresh = [paragraph(0), notice, notice, notice, paragraph(1)]
    expect(place(old, fresh, 2)).toMatchObject({ verdict: 'ambiguous', start: -1 })
    expect(blockAt(fresh, place(old, fresh, 1))).toBe(1)
    expect(blockAt(fresh, place(old, fresh, 4))).toBe(3)
  })

  it('is found in each of its places when nothing else has changed', () => {
    const old = [paragraph(0), notice, notice, notice, paragraph(1), notice]
    const fresh = [sentence(90), ...old]
    for (const order of [1, 2, 3, 5]) {
      expect(place(old, fresh, order).verdict).toBe('exact')
      expect(blockAt(fresh, place(old, fresh, order))).toBe(order + 1)
    }
  })
})

describe('a section that was copied', () => {
  it('into itself keeps its own paragraphs, though words were changed in them and not in the copy', () => {
    const change = (text: string): string =>
      text
        .split(' ')
        .map((word, at) => (at % 6 === 3 ? `other${at}` : word))
        .join(' ')
    const own = [1, 2, 3, 4].map(paragraph)
    const changed = own.map(change)
    const old = [paragraph(0), ...own, paragraph(5)]
    const fresh = [paragraph(0), ...changed.slice(0, 2), ...own, ...changed.slice(2), paragraph(5)]
    for (const order of [1, 2]) expect(blockAt(fresh, place(old, fresh, order))).toBe(order)
    for (const order of [3, 4]) expect(blockAt(fresh, place(old, fresh, order))).toBe(order + 4)
  })
})
