import { assessClaim, listClaims } from '@shared/graph/claim-ledger'
import { groupByOrigin } from '@shared/graph/independence'
import { claimsResting, sourcesOf, whatFalls } from '@shared/graph/withdrawal'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from './notebook-builder'

const LONG =
  'the harbour authority confirmed on Monday that the eastern gate will stay shut until the end of May'

function statusOf(book: NotebookBuilder, claim: string) {
  return assessClaim(book.view, claim)?.derived
}

describe('the derived status of a claim', () => {
  it('is unverified alone, supported by evidence, disputed by a second voice', () => {
    const book = new NotebookBuilder()
    const article = book.article('A', { source: 'Daily' })
    const claim = book.claim('c')
    expect(statusOf(book, claim)).toBe('unverified')
    book.link(book.passage(article, 'yes'), 'supports', claim)
    expect(statusOf(book, claim)).toBe('supported')
    book.link(book.passage(article, 'no'), 'contradicts', claim)
    expect(statusOf(book, claim)).toBe('disputed')
  })

  it('is refuted where only what speaks against it holds', () => {
    const book = new NotebookBuilder()
    const claim = book.claim('c')
    book.link(book.passage(book.article('A'), 'no'), 'contradicts', claim)
    expect(statusOf(book, claim)).toBe('refuted')
  })

  it('follows contradictions between claims from both ends, and lets only supported claims object', () => {
    const book = new NotebookBuilder()
    const article = book.article('A')
    const [shown, bare] = [book.claim('shown'), book.claim('bare')]
    book.link(bare, 'contradicts', shown)
    book.link(book.passage(article, 'evidence'), 'supports', shown)
    expect([statusOf(book, shown), statusOf(book, bare)]).toEqual(['supported', 'refuted'])
    book.link(book.passage(article, 'other evidence'), 'supports', bare)
    expect([statusOf(book, shown), statusOf(book, bare)]).toEqual(['disputed', 'disputed'])
  })

  it('takes claims linked as the same for one', () => {
    const book = new NotebookBuilder()
    const [a, b] = [book.claim('a'), book.claim('b')]
    book.link(b, 'sameAs', a)
    book.link(book.passage(book.article('A'), 'yes'), 'supports', b)
    expect(statusOf(book, a)).toBe('supported')
    expect(assessClaim(book.view, a)?.supporting).toHaveLength(1)
  })

  it('stands beside the own judgement and says why', () => {
    const book = new NotebookBuilder()
    const claim = book.claim('c', { status: 'refuted' })
    for (const title of ['One', 'Two', 'Three'])
      book.link(
        book.passage(book.article(title, { source: title, origin: 'Northwire' }), title),
        'supports',
        claim,
      )
    const assessment = assessClaim(book.view, claim)
    expect([assessment?.own, assessment?.derived]).toEqual(['refuted', 'supported'])
    expect(assessment?.why).toEqual([
      'Supported: what speaks for it holds, and nothing that counts speaks against it.',
      '“One”, “Two” and 1 more speak for it, from 1 independent origin.',
      '3 pieces come from Northwire and count once.',
    ])
  })

  it('does not count evidence in the trash', () => {
    const book = new NotebookBuilder()
    const claim = book.claim('c')
    const passage = book.passage(book.article('A'), 'yes')
    book.link(passage, 'supports', claim)
    book.change(passage, { deleted: true })
    expect(statusOf(book, claim)).toBe('unverified')
    expect(listClaims(book.view).withoutEvidence).toEqual([claim])
  })
})

describe('groupByOrigin', () => {
  it('counts a wire story in ten papers once', () => {
    const book = new NotebookBuilder()
    const passages = Array.from({ length: 10 }, (_, n) =>
      book.passage(
        book.article(`Story ${n}`, { source: `Paper ${n}`, origin: ' northwire' }),
        `wording ${n}`,
      ),
    )
    const own = book.passage(book.article('Own', { source: 'Paper 3' }), 'own reporting')
    expect(groupByOrigin(book.view, [...passages, own]).map(({ evidence }) => evidence.length)).toEqual([
      10, 1,
    ])
  })

  it('finds rewrites by the words they share when no origin is named', () => {
    const book = new NotebookBuilder()
    const one = book.passage(book.article('A', { source: 'A' }), `Officials said ${LONG}.`)
    const two = book.passage(book.article('B', { source: 'B' }), `${LONG.toUpperCase()}, it was said`)
    const other = book.passage(
      book.article('C', { source: 'C' }),
      'quite another matter in other words altogether',
    )
    const groups = groupByOrigin(book.view, [one, two, other])
    expect(groups.map(({ evidence, reasons }) => [evidence.length, reasons])).toEqual([
      [2, ['same words']],
      [1, []],
    ])
  })

  it('takes the speaker for the origin of a quote, under whatever name, and the last reporter where none is known', () => {
    const book = new NotebookBuilder()
    const [a, b] = [book.article('A', { source: 'A' }), book.article('B', { source: 'B' })]
    const ada = book.person('Ada Vell')
    const short = book.person('Vell', { mergedInto: ada })
    const agency = book.person('Northwire', { entityType: 'organisation' })
    const groups = groupByOrigin(book.view, [
      book.quote(a, 'first words', { speakerId: ada }),
      book.quote(b, 'second words', { speakerId: short }),
      book.quote(b, 'passed on', { reportedBy: [agency] }),
      book.passage(book.article('W', { source: 'C', origin: 'Northwire' }), 'from the wire'),
    ])
    expect(groups.map(({ label, evidence }) => [label, evidence.length])).toEqual([
      ['Ada Vell', 2],
      ['Northwire', 2],
    ])
  })

  it('flags sources that go back to one another and counts them once', () => {
    const book = new NotebookBuilder()
    const one = book.passage(book.article('1', { source: 'Herald', origin: 'Courier' }), 'first')
    const two = book.passage(book.article('2', { source: 'Courier', origin: 'Herald' }), 'second')
    const groups = groupByOrigin(book.view, [one, two])
    expect(groups).toHaveLength(1)
    expect(groups[0]?.circular).toBe(true)
  })
})

describe('lists and withdrawal', () => {
  function sample() {
    const book = new NotebookBuilder()
    const wire = book.article('Wire', { source: 'A', origin: 'Northwire' })
    const copy = book.article('Copy', { source: 'B', origin: 'Northwire' })
    const own = book.article('Own', { source: 'C' })
    const [single, double, bare, open] = ['single', 'double', 'bare', 'open'].map((text) =>
      book.claim(text),
    ) as [string, string, string, string]
    book.link(book.passage(wire, 'a'), 'supports', single)
    book.link(book.passage(copy, 'b'), 'supports', single)
    book.link(book.passage(wire, 'c'), 'supports', double)
    book.link(book.passage(own, 'd'), 'supports', double)
    book.link(book.passage(wire, 'e'), 'supports', open)
    book.link(book.passage(own, 'f'), 'contradicts', open)
    return { book, wire, single, double, bare, open }
  }

  it('lists claims without evidence, on one source, and open contradictions', () => {
    const { book, single, bare, open } = sample()
    expect(listClaims(book.view)).toEqual({
      withoutEvidence: [bare],
      onOneSource: [single, open],
      openContradictions: [open],
    })
  })

  it('leaves a contradiction open while nothing decides it, and not once one side falls', () => {
    const book = new NotebookBuilder()
    const [one, other] = [book.claim('one'), book.claim('other')]
    book.link(one, 'contradicts', other)
    expect(listClaims(book.view).openContradictions).toEqual([one, other])
    book.link(book.passage(book.article('A'), 'no'), 'contradicts', other)
    expect(statusOf(book, other)).toBe('refuted')
    expect(listClaims(book.view).openContradictions).toEqual([])
  })

  it('says what falls if a source is withdrawn', () => {
    const { book, wire, single, open } = sample()
    expect(whatFalls(book.view, 'name:northwire')).toEqual([
      { claim: single, before: 'supported', after: 'unverified' },
      { claim: open, before: 'disputed', after: 'refuted' },
    ])
    expect(whatFalls(book.view, wire)).toEqual([{ claim: open, before: 'disputed', after: 'refuted' }])
  })

  it('names what a quote rests on, and which claims rest on each', () => {
    const book = new NotebookBuilder()
    const article = book.article('Morning', { source: 'Daily', origin: 'Northwire' })
    const [speaker, reporter] = [book.person('Orla Fenn'), book.person('Peer Quill')]
    const quote = book.quote(article, 'it will', { speakerId: speaker, reportedBy: [reporter] })
    const passage = book.passage(article, 'it did')
    const [first, second] = [book.claim('first'), book.claim('second')]
    book.link(quote, 'supports', first)
    book.link(passage, 'qualifies', second)
    expect(sourcesOf(book.view, quote)).toEqual([
      { source: quote, label: 'this passage' },
      { source: article, label: 'the article “Morning”' },
      { source: speaker, label: 'Orla Fenn' },
      { source: reporter, label: 'Peer Quill' },
    ])
    expect(sourcesOf(book.view, passage).at(-1)).toEqual({ source: 'name:northwire', label: 'Northwire' })
    expect(sourcesOf(book.view, article).map(({ label }) => label)).toEqual([
      'the article “Morning”',
      'Northwire',
    ])
    expect(sourcesOf(book.view, speaker)).toEqual([{ source: speaker, label: 'Orla Fenn' }])
    expect(claimsResting(book.view, article)).toEqual([first, second])
    expect(claimsResting(book.view, reporter)).toEqual([first])
    expect(claimsResting(book.view, passage)).toEqual([second])
    expect(claimsResting(book.view, 'name:northwire')).toEqual([first, second])
  })
})
