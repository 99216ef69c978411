import {
  type CardWish,
  GAP,
  LINE_HEIGHT,
  layoutCards,
  MAX_DRIFT,
} from '@renderer/features/reader/margin/layout-cards'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const wishes = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 40, max: 200 }) }), {
    maxLength: 200,
  })
  .map((list): CardWish[] => list.sort((a, b) => a.top - b.top))

describe('layoutCards', () => {
  it('puts cards that have room whole beside their passages', () => {
    const rows = layoutCards(
      [
        { top: 0, height: 60 },
        { top: 400, height: 60 },
      ],
      null,
    )
    expect(rows.map(({ top, isWhole }) => [top, isWhole])).toEqual([
      [0, true],
      [400, true],
    ])
  })

  it('collapses a card to a line where the next passage is near', () => {
    const rows = layoutCards(
      [
        { top: 0, height: 60 },
        { top: 30, height: 60 },
      ],
      null,
    )
    expect(rows[0]).toMatchObject({ top: 0, height: LINE_HEIGHT, isWhole: false })
    expect(rows[1]).toMatchObject({ top: LINE_HEIGHT + GAP, isWhole: true })
  })

  it('counts passages in one row where lines would drift away', () => {
    const rows = layoutCards(
      Array.from({ length: 30 }, () => ({ top: 10, height: 60 })),
      null,
    )
    expect(rows.length).toBeLessThan(12)
    expect(rows.at(-1)).toMatchObject({ last: 29 })
  })

  it('never lets two rows overlap, keeps every card once and in order, whatever is active', () => {
    fc.assert(
      fc.property(wishes, fc.option(fc.nat(199)), (list, choice) => {
        const active = choice !== null && choice < list.length ? choice : null
        const rows = layoutCards(list, active)
        const places = rows.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, step) => first + step),
        )
        expect(places).toEqual(list.map((_, place) => place))
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1]
          if (next) expect(next.top).toBeGreaterThanOrEqual(row.top + row.height + GAP)
        }
      }),
    )
  })

  it('draws the active card out whole, exactly at its passage', () => {
    fc.assert(
      fc.property(wishes, fc.nat(199), (list, choice) => {
        fc.pre(choice < list.length)
        const row = layoutCards(list, choice).find(({ first, last }) => first === choice && last === choice)
        expect(row).toMatchObject({ top: list[choice]?.top, height: list[choice]?.height, isWhole: true })
      }),
    )
  })

  it('keeps a row near the passage of its first card while nothing is active', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        for (const { top, first } of layoutCards(list, null)) {
          expect(top - (list[first]?.top ?? 0)).toBeLessThanOrEqual(MAX_DRIFT + 200 + GAP)
        }
      }),
    )
  })
})
