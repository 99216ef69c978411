import type { TextSurface } from '@renderer/anchoring/text-surface'
import { WindowedRanges } from '@renderer/anchoring/windowed-ranges'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

/** As much of the document as ranges take: blocks of one text node each. */
class FakeText {
  readonly nextSibling = null
  readonly length = LENGTH
}
vi.stubGlobal('Text', FakeText)
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: object) {
      Object.assign(this, init)
    }
  },
)

const BLOCKS = 4
const LENGTH = 50
const elements = Array.from({ length: BLOCKS }, () => ({ firstChild: new FakeText() }))
const starts = Int32Array.from(elements, (_, block) => block * (LENGTH + 1))
const surface = {
  elements,
  starts,
  ends: starts.map((start) => start + LENGTH),
} as unknown as TextSurface

type Stretch = readonly [highlight: number, start: number, end: number]

const stretches = fc
  .array(
    fc
      .tuple(fc.nat(1), fc.nat(BLOCKS * (LENGTH + 1) - 2), fc.integer({ min: 1, max: 70 }))
      .map(([highlight, start, length]): Stretch => [highlight, start, start + length]),
    { maxLength: 25 },
  )
  .map((list) => [...list].sort((a, b) => a[1] - b[1]))

function show(list: readonly Stretch[], highlights: readonly Set<AbstractRange>[]) {
  return (from: number, to: number, visit: (highlight: Highlight, start: number, end: number) => void) => {
    for (const [highlight, start, end] of list)
      if (start < to && end > from) visit(highlights[highlight] as unknown as Highlight, start, end)
  }
}

/** Which characters of which blocks the ranges of a highlight cover. */
function covered(ranges: Iterable<AbstractRange>): string[] {
  const places = new Set<string>()
  for (const { startContainer, startOffset, endOffset } of ranges) {
    const block = elements.findIndex(({ firstChild }) => firstChild === (startContainer as unknown))
    for (let at = startOffset; at < endOffset; at += 1) places.add(`${block} ${at}`)
  }
  return [...places].sort()
}

function wanted(list: readonly Stretch[], highlight: number, first: number, last: number): string[] {
  const places = new Set<string>()
  for (const [of, start, end] of list)
    for (let block = first; block <= last; block += 1)
      for (let at = 0; at < LENGTH; at += 1) {
        const place = (starts[block] as number) + at
        if (of === highlight && place >= start && place < end) places.add(`${block} ${at}`)
      }
  return [...places].sort()
}

describe('WindowedRanges', () => {
  it('covers what it is to show in the window, and nothing else, whatever it showed before', () => {
    fc.assert(
      fc.property(
        fc.array(stretches, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.nat(3),
        (lists, a, b) => {
          const highlights = [new Set<AbstractRange>(), new Set<AbstractRange>()]
          const ranges = new WindowedRanges(surface)
          const [first, last] = [Math.min(a, b), Math.max(a, b)]
          ranges.setWindow(0, 1)
          for (const list of lists) ranges.replace(show(list, highlights))
          ranges.setWindow(first, last)
          for (const [number, highlight] of highlights.entries())
            expect(covered(highlight)).toEqual(wanted(lists.at(-1) ?? [], number, first, last))
          ranges.clear()
          expect(highlights.map(({ size }) => size)).toEqual([0, 0])
        },
      ),
    )
  })

  it('leaves the ranges alone that stay when one is added', () => {
    const highlights = [new Set<AbstractRange>()]
    const ranges = new WindowedRanges(surface)
    ranges.setWindow(0, 3)
    const before: Stretch[] = [
      [0, 2, 8],
      [0, 20, 30],
      [0, 60, 70],
    ]
    ranges.replace(show(before, highlights))
    const kept = [...(highlights[0] as Set<AbstractRange>)]
    ranges.replace(show([before[0] as Stretch, [0, 10, 15], ...before.slice(1)], highlights))
    const after = [...(highlights[0] as Set<AbstractRange>)]
    expect(after).toHaveLength(4)
    expect(kept.every((range) => after.includes(range))).toBe(true)
  })

  it('registers what many cover in one highlight once', () => {
    const highlights = [new Set<AbstractRange>()]
    const ranges = new WindowedRanges(surface)
    ranges.setWindow(0, 0)
    ranges.replace(
      show(
        Array.from({ length: 20 }, (_, at): Stretch => [0, at, at + 9]),
        highlights,
      ),
    )
    expect(highlights[0]?.size).toBe(1)
  })
})
