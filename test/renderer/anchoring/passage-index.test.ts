import {
  countStartingBefore,
  eachPassageIn,
  indexPassages,
  ownersAt,
  type Passage,
} from '@renderer/anchoring/passage-index'
import { LAYERS } from '@renderer/anchoring/passage-style'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const passages = fc.array(
  fc
    .record({ start: fc.nat(500), length: fc.integer({ min: 1, max: 120 }), style: fc.nat(39) })
    .map(({ start, length, style }) => ({ start, end: start + length, style })),
  { maxLength: 60 },
)
const owned = (list: readonly Omit<Passage, 'owner'>[]): Passage[] =>
  list.map((passage, owner) => ({ ...passage, owner }))

describe('indexPassages', () => {
  it('finds exactly the passages that share text with a stretch', () => {
    fc.assert(
      fc.property(passages, fc.nat(600), fc.integer({ min: 1, max: 80 }), (list, start, length) => {
        const index = indexPassages(owned(list))
        const found: number[] = []
        eachPassageIn(index, start, start + length, (place) => found.push(index.owners[place] as number))
        const expected = owned(list)
          .filter((passage) => passage.start < start + length && passage.end > start)
          .map(({ owner }) => owner)
        expect(found.sort()).toEqual(expected.sort())
      }),
    )
  })

  it('gives two passages of one style that overlap different layers', () => {
    const index = indexPassages(
      owned([
        { start: 0, end: 50, style: 3 },
        { start: 10, end: 20, style: 3 },
      ]),
    )
    expect([...index.styles]).toEqual([3 * LAYERS, 3 * LAYERS + 1])
  })

  it('lets passages of one style that only touch share a layer', () => {
    const index = indexPassages(
      owned([
        { start: 0, end: 10, style: 3 },
        { start: 10, end: 20, style: 3 },
      ]),
    )
    expect([...index.styles]).toEqual([3 * LAYERS, 3 * LAYERS])
  })

  it('names the shortest passage under a click first', () => {
    const index = indexPassages(
      owned([
        { start: 0, end: 90, style: 0 },
        { start: 10, end: 20, style: 1 },
      ]),
    )
    expect(ownersAt(index, 15)).toEqual([1, 0])
    expect(ownersAt(index, 60)).toEqual([0])
    expect(ownersAt(index, 95)).toEqual([])
  })

  it('counts the passages before an offset', () => {
    const index = indexPassages(
      owned([
        { start: 5, end: 9, style: 0 },
        { start: 5, end: 7, style: 0 },
      ]),
    )
    expect([countStartingBefore(index, 5), countStartingBefore(index, 6)]).toEqual([0, 2])
  })
})
