import { compareVersions } from '@shared/anchoring/compare-versions'
import { type Placement, reanchorAll } from '@shared/anchoring/reanchor'
import { describePassage } from '@shared/anchoring/selector'
import { describe, expect, it } from 'vitest'
import { paragraph, paragraphs, sentence } from './paragraphs'

const section = paragraphs(10, 3)
const [before, behind] = [paragraphs(0, 2), paragraphs(2, 2)]

/** Every sixth word changed. */
const change = (text: string): string =>
  text
    .split(' ')
    .map((word, at) => (at % 6 === 3 ? `other${at}` : word))
    .join(' ')

const startOf = (blocks: readonly string[], order: number): number =>
  blocks.slice(0, order).reduce((length, block) => length + block.length + 2, 0)

/** Places three passages of the old block at `order`: all of it, some words in its middle, and its end. */
function place(old: readonly string[], fresh: readonly string[], order: number): Placement[] {
  const text = old.join('\n\n')
  const start = startOf(old, order)
  const end = start + (old[order] as string).length
  const spans: [number, number][] = [
    [start, end],
    [start + 20, start + 60],
    [end - 45, end],
  ]
  const passages = spans.map(([from, to], at) => ({ id: `${at}`, selector: describePassage(text, from, to) }))
  return reanchorAll(text, fresh.join('\n\n'), passages)
}

/** The verdict on an old block and the new block that it is in, -1 for none; the same for all passages of it. */
function told(old: readonly string[], fresh: readonly string[], order: number): [string, number] {
  const outcomes = place(old, fresh, order).map(({ verdict, start }): [string, number] => [
    verdict,
    start < 0 ? -1 : fresh.findLastIndex((_, at) => startOf(fresh, at) <= start),
  ])
  const [first] = outcomes as [[string, number]]
  for (const other of outcomes) expect(other).toEqual(first)
  return first
}

const toldAll = (old: readonly string[], fresh: readonly string[], orders: readonly number[]) =>
  orders.map((order) => told(old, fresh, order))

const startsOf = (old: readonly string[], fresh: readonly string[], order: number): number[] =>
  place(old, fresh, order).map(({ start }) => start)

describe('a section that stood twice', () => {
  const doubled = [...before, ...section, ...section, ...behind]
  const single = [...before, ...section, ...behind]
  const doubt = (count: number) => Array.from({ length: count }, () => ['ambiguous', -1])

  it('is in doubt as a whole when one of the two was taken out, since either may have been', () => {
    expect(toldAll(doubled, single, [2, 3, 4, 5, 6, 7])).toEqual(doubt(6))
    for (const order of [2, 5]) {
      const [whole] = place(doubled, single, order)
      expect(whole?.candidates).toMatchObject([{ start: startOf(single, 2) }])
    }
  })

  it('is in doubt as well when words were changed in what is left, or what stood between the two is gone', () => {
    expect(toldAll(doubled, [...before, ...section.map(change), ...behind], [2, 3, 4, 5, 6, 7])).toEqual(
      doubt(6),
    )
    const apart = [...before, ...section, paragraph(30), ...section, ...behind]
    expect(toldAll(apart, single, [2, 3, 4, 6, 7, 8])).toEqual(doubt(6))
  })

  it('takes its headings along, too short though they are to be told apart', () => {
    const headed = ['Results', ...section]
    const old = [...before, ...headed, ...headed, ...behind]
    const fresh = [...before, ...headed, ...behind]
    expect(toldAll(old, fresh, [3, 4, 5, 7, 8, 9])).toEqual(doubt(6))
  })

  it('goes with what stood beside the copy that was left', () => {
    const apart = [...before, ...section, paragraph(30), ...section, ...behind]
    const second = [...before, paragraph(30), ...section, ...behind]
    expect(toldAll(apart, second, [6, 7, 8])).toEqual([
      ['exact', 3],
      ['exact', 4],
      ['exact', 5],
    ])
    for (const order of [2, 3, 4]) expect(startsOf(apart, second, order)).toEqual([-1, -1, -1])
    const first = [...before, ...section, paragraph(30), ...behind]
    expect(toldAll(apart, first, [2, 3, 4])).toEqual([
      ['exact', 2],
      ['exact', 3],
      ['exact', 4],
    ])
    for (const order of [6, 7, 8]) expect(startsOf(apart, first, order)).toEqual([-1, -1, -1])
  })

  it('keeps both its places where both are left, whatever words were changed in one', () => {
    const kept = [[sentence(200)], before, section, section, behind].flat()
    expect(toldAll(doubled, kept, [2, 3, 4, 5, 6, 7]).map(([, at]) => at)).toEqual([3, 4, 5, 6, 7, 8])
    const changed = [[sentence(200)], before, section.map(change), section, behind].flat()
    expect(toldAll(doubled, changed, [2, 3, 4, 5, 6, 7]).map(([, at]) => at)).toEqual([3, 4, 5, 6, 7, 8])
  })

  it('keeps the outer ones of three and doubts the middle one when one of them was taken out', () => {
    const thrice = [...before, ...section, ...section, ...section, ...behind]
    expect(toldAll(thrice, doubled, [2, 3, 4, 8, 9, 10]).map(([, at]) => at)).toEqual([2, 3, 4, 5, 6, 7])
    expect(toldAll(thrice, doubled, [5, 6, 7])).toEqual(doubt(3))
  })

  it('shows as kept once and removed once where versions are compared', () => {
    const rows = compareVersions(doubled.join('\n\n'), single.join('\n\n'))
    const count = (kind: string): number => rows.filter((row) => row.kind === kind).length
    expect([count('same'), count('removed'), count('added'), count('moved')]).toEqual([7, 3, 0, 0])
  })
})

describe('a paragraph that stood twice in a row', () => {
  it('is in doubt in both its places when one was taken out', () => {
    const [one] = section as [string]
    const old = [...before, one, one, ...behind]
    expect(toldAll(old, [...before, one, ...behind], [2, 3])).toEqual([
      ['ambiguous', -1],
      ['ambiguous', -1],
    ])
  })

  it('has no place, however short it is, when one was taken out', () => {
    const one = sentence(70).split(' ').slice(0, 6).join(' ')
    const old = [...before, one, one, ...behind]
    const fresh = [...before, one, ...behind]
    for (const order of [2, 3]) expect(place(old, fresh, order)[0]).toMatchObject({ start: -1, end: -1 })
  })
})

describe('a section that was pasted once more, right behind itself', () => {
  it('keeps its passages where it began, for both copies have the same words in the same order', () => {
    const old = [...before, ...section, ...behind]
    const fresh = [...before, ...section, ...section, ...behind]
    expect(toldAll(old, fresh, [2, 3, 4])).toEqual([
      ['exact', 2],
      ['exact', 3],
      ['exact', 4],
    ])
  })
})
