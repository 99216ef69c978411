import { type ClusterableQuote, clusterQuotes, compareWordings } from '@shared/quotes/cluster-quotes'
import { describe, expect, it } from 'vitest'

const quote = (id: string, text: string, extra: Partial<ClusterableQuote> = {}): ClusterableQuote => ({
  id,
  articleId: `article-${id}`,
  text,
  speaker: 'Maret Kask',
  date: null,
  ...extra,
})

const FULL = 'We will rebuild every house in this valley before the first snow falls on it.'

describe('clustering the same quote', () => {
  it('joins cuts, ellipses and altered words, and leaves others alone', () => {
    const clusters = clusterQuotes([
      quote('a', FULL, { date: '2020-05-02' }),
      quote('b', 'We will rebuild every house in this valley', { date: '2020-05-01' }),
      quote('c', 'We will rebuild every house … before the first snow falls on it', { date: '2020-05-03' }),
      quote('d', 'We shall rebuild every house in this valley before the first snow falls on it', {
        date: '2020-05-04',
      }),
      quote('e', 'The ferry will not sail tonight because of the storm'),
    ])
    expect(clusters).toHaveLength(1)
    expect(clusters[0]!.members.map((member) => member.id)).toEqual(['b', 'a', 'c', 'd'])
    expect(clusters[0]!.earliest.id).toBe('b')
    const kind = (first: string, second: string) =>
      clusters[0]!.differences.find((pair) => pair.first === first && pair.second === second)?.wording
    expect(kind('b', 'a')).toBe('cut')
    expect(kind('a', 'c')).toBe('ellipsis')
    expect(kind('a', 'd')).toBe('altered')
  })

  it('flags articles that name different speakers', () => {
    const [cluster] = clusterQuotes([quote('a', FULL), quote('b', FULL, { speaker: 'Ivo Lind' })])
    expect(cluster!.differences).toEqual([{ first: 'a', second: 'b', wording: 'none', attribution: true }])
  })

  it('does not make a cluster of one article repeating itself', () => {
    expect(
      clusterQuotes([quote('a', FULL, { articleId: 'x' }), quote('b', FULL, { articleId: 'x' })]),
    ).toEqual([])
  })

  it('keeps different quotes apart that share a set phrase', () => {
    const clusters = clusterQuotes([
      quote('a', 'At the end of the day the ferry has to pay for itself, and it does not.'),
      quote('b', 'At the end of the day nobody in this town asked for a second bridge.'),
      quote('c', 'The people of this valley deserve better roads than these.', { speaker: 'Ivo Lind' }),
      quote('d', 'I have always trusted the people of this valley to know what is right.'),
    ])
    expect(clusters).toEqual([])
  })

  it('does not let a short quote bridge two longer ones', () => {
    const clusters = clusterQuotes([
      quote('a', 'We will win because every family in this valley stands behind us.'),
      quote('b', 'The storm was bad, but we will win the day and open the harbour in May.'),
      quote('c', 'we will win'),
    ])
    expect(clusters.map(({ members }) => members.map(({ id }) => id))).toEqual([['a', 'c']])
  })

  it('takes the same few words of two people for two quotes', () => {
    const clusters = clusterQuotes([
      quote('a', 'a very good day'),
      quote('b', 'a very good day', { speaker: 'Ivo Lind' }),
      quote('c', 'a very good day'),
    ])
    expect(clusters.map(({ members }) => members.map(({ id }) => id))).toEqual([['a', 'c']])
  })

  it('clusters 10,000 quotes in under 5 seconds', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index.toString(36)}`)
    let state = 7
    const random = (limit: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * limit)
    }
    const originals = Array.from({ length: 2500 }, () =>
      Array.from({ length: 25 }, () => words[random(words.length)]!),
    )
    const quotes = Array.from({ length: 10_000 }, (_, index) => {
      const original = originals[index % originals.length]!
      const cut = original.slice(random(4), original.length - random(4))
      return quote(String(index), cut.join(' '))
    })
    // Processor time, so that a busy machine does not decide.
    const start = process.cpuUsage()
    const clusters = clusterQuotes(quotes)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(5000)
    expect(clusters).toHaveLength(2500)
    expect(clusters.every((cluster) => cluster.members.length === 4)).toBe(true)
  })
})

describe('comparing wordings', () => {
  it('shows what was left out and what was put in', () => {
    expect(compareWordings('We will rebuild every house', 'We will repair every single house')).toEqual([
      { kind: 'same', text: 'We will' },
      { kind: 'removed', text: 'rebuild' },
      { kind: 'added', text: 'repair' },
      { kind: 'same', text: 'every' },
      { kind: 'added', text: 'single' },
      { kind: 'same', text: 'house' },
    ])
  })

  it('ignores case and punctuation', () => {
    expect(compareWordings('The end, he said.', 'the end he said').map((part) => part.kind)).toEqual(['same'])
  })
})
