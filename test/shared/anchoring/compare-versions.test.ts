import { compareVersions, type VersionDifference } from '@shared/anchoring/compare-versions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const blocks = [
  'The ferry leaves at seven in the morning and comes back at noon.',
  'Nobody had seen the lighthouse keeper since the storm in November.',
  'A crate of oranges was washed ashore, every single one still sweet.',
  'The school stayed shut for a week because the roof had come off.',
]
const [ferry, keeper, oranges, school] = blocks as [string, string, string, string]

function rows(
  old: readonly string[],
  fresh: readonly string[],
): (VersionDifference & { texts: [string, string] })[] {
  const [oldText, newText] = [old.join('\n'), fresh.join('\n')]
  return compareVersions(oldText, newText).map((row) => ({
    ...row,
    texts: [row.old ? oldText.slice(...row.old) : '', row.new ? newText.slice(...row.new) : ''],
  }))
}

const kinds = (found: readonly VersionDifference[]): string[] => found.map(({ kind }) => kind)

describe('comparing two versions', () => {
  it('calls equal blocks the same', () => {
    expect(kinds(rows(blocks, blocks))).toEqual(['same', 'same', 'same', 'same'])
  })

  it('shows added and removed blocks in their places', () => {
    const found = rows([ferry, keeper, oranges], [ferry, school, oranges])
    expect(found.map(({ kind, texts }) => [kind, ...texts])).toEqual([
      ['same', ferry, ferry],
      ['added', '', school],
      ['removed', keeper, ''],
      ['same', oranges, oranges],
    ])
  })

  it('marks the words that changed in a block', () => {
    const [row] = rows([ferry], [ferry.replace('seven', 'eight').replace(' and comes back', '')])
    expect(row?.kind).toBe('changed')
    const changed = row?.words?.filter(({ kind }) => kind !== 'same') ?? []
    const text = row?.texts as [string, string]
    expect(
      changed.map(({ kind, old, new: fresh }) => [
        kind,
        text[kind === 'added' ? 1 : 0].slice(...((kind === 'added' ? fresh : old) as [number, number])),
      ]),
    ).toEqual([
      ['removed', 'seven'],
      ['added', 'eight'],
      ['removed', 'and comes back'],
    ])
  })

  it('follows a block that moved', () => {
    const found = rows(blocks, [keeper, oranges, school, ferry])
    expect(found.map(({ kind, texts }) => [kind, texts[1]])).toEqual([
      ['same', keeper],
      ['same', oranges],
      ['same', school],
      ['moved', ferry],
    ])
  })

  it('overlooks white space', () => {
    expect(kinds(rows([ferry], [ferry.replaceAll(' ', '  ')]))).toEqual(['same'])
  })

  it('copes with nothing on either side', () => {
    expect(kinds(rows([''], [ferry]))).toEqual(['added'])
    expect(kinds(rows([ferry], ['']))).toEqual(['removed'])
    expect(rows([''], [''])).toEqual([])
  })

  it('shows every block of both versions exactly once, whatever changed', () => {
    const article = fc.array(fc.constantFrom(...blocks, 'A', 'A b', 'c d e'), { maxLength: 12 })
    fc.assert(
      fc.property(article, article, (old, fresh) => {
        const found = rows(old, fresh)
        expect(found.flatMap(({ old: span, texts }) => (span ? [texts[0]] : [])).sort()).toEqual(
          [...old].sort(),
        )
        expect(found.flatMap(({ new: span, texts }) => (span ? [texts[1]] : []))).toEqual(fresh)
      }),
    )
  })

  it('gives word stretches that together hold all words of both blocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.array(fc.nat(12), { maxLength: 4 }), (block, dropped) => {
        const fresh = block
          .split(' ')
          .map((word, order) => (dropped.includes(order) ? `new${order}` : word))
          .join(' ')
        const [row] = rows([block], [fresh])
        if (!row?.words) return
        const side = (pick: 'old' | 'new', text: string): string =>
          (row.words ?? []).flatMap((word) => (word[pick] ? [text.slice(...word[pick])] : [])).join('')
        expect(side('old', block).replaceAll(' ', '')).toBe(block.replaceAll(' ', ''))
        expect(side('new', fresh).replaceAll(' ', '')).toBe(fresh.replaceAll(' ', ''))
      }),
    )
  })
})
