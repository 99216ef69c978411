import { findClaims } from '@shared/quotes/find-claims'
import { describe, expect, it } from 'vitest'

describe('finding sentences worth checking', () => {
  it('ranks a figure with a comparison above a plain date, and leaves out what asserts nothing', () => {
    const text =
      'What a lovely morning it was. Exports rose by 12 percent, more than in any year before. The hall was built in 1911.'
    const claims = findClaims(text, { lang: 'en' })
    expect(claims.map((claim) => claim.text)).toEqual([
      'Exports rose by 12 percent, more than in any year before.',
      'The hall was built in 1911.',
    ])
    expect(claims[0]!.reason).toContain('a figure')
    expect(claims[0]!.score).toBeGreaterThan(claims[1]!.score)
  })

  it('does not cut sentences after abbreviations or inside quotations', () => {
    const text =
      'Dr. Lind met Gen. Hale on Sept. 3, 1998, in St. Gallen. “It cost 4 million euros. It failed,” he said.'
    expect(
      findClaims(text, { lang: 'en' })
        .map((claim) => claim.text)
        .sort(),
    ).toEqual([
      'Dr. Lind met Gen. Hale on Sept. 3, 1998, in St. Gallen.',
      '“It cost 4 million euros. It failed,” he said.',
    ])
  })

  it('weighs questions and wishes less than statements', () => {
    const [statement] = findClaims('Unemployment fell to 4 percent.', { lang: 'en' })
    const [question] = findClaims('Did unemployment fall to 4 percent?', { lang: 'en' })
    expect(question?.score ?? 0).toBeLessThan(statement!.score)
  })

  it('does not hold a whole text together for one quotation that is never closed', () => {
    const text = `“It fell. ${'Exports rose by 12 percent. '.repeat(500)}`
    expect(findClaims(text, { lang: 'en' }).length).toBeGreaterThan(300)
  })

  it('cuts the same sentences from a paragraph of any length', () => {
    const text = 'Exports rose by 12 percent in May. '.repeat(2000).trim()
    const claims = findClaims(text, { lang: 'en' })
    expect(claims).toHaveLength(2000)
    expect(new Set(claims.map((claim) => claim.text)).size).toBe(1)
  })

  it('takes the year of a cited work for no date, and a refusal to comment for no change', () => {
    const text =
      'Some argue that the guilds were content (Novak 1988; Lima 2003, 45). The minister declined to comment.'
    const reasons = findClaims(text, { lang: 'en' }).map(({ reason }) => reason)
    expect(reasons.join(' ')).not.toMatch(/date|change/)
  })

  it('counts “nach Angaben” as an attribution', () => {
    const [claim] = findClaims('Nach Angaben des Verbands sind rund 3000 Menschen betroffen.', { lang: 'de' })
    expect(claim!.reason).toBe('States a figure and an attribution.')
  })

  it.each([
    ['de', 'Die Zahl der Anträge stieg um 12 Prozent.'],
    ['fr', 'Le chômage a reculé de 3 pour cent.'],
    ['es', 'El paro bajó un 3 por ciento.'],
    ['ru', 'Безработица снизилась на 3 процента.'],
    ['cs', 'Nezaměstnanost klesla o 3 procenta.'],
  ])('knows figures in %s', (lang, text) => {
    expect(findClaims(text, { lang })[0]).toMatchObject({ span: [0, text.length], text })
  })
})
