import { buildGraph } from '@shared/graph/build'
import { findContradictions } from '@shared/graph/contradictions'
import { relationNames } from '@shared/graph/relations'
import { timelineRows } from '@shared/graph/timeline'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from './notebook-builder'

describe('findContradictions', () => {
  it('names each pair once and puts people who contradict themselves first', () => {
    const book = new NotebookBuilder()
    const article = book.article('A')
    const ada = book.person('Ada')
    const [yes, no] = [
      book.quote(article, 'yes', { speakerId: ada }),
      book.quote(article, 'no', { speakerId: ada }),
    ]
    const [a, b] = [book.claim('a'), book.claim('b')]
    book.link(a, 'contradicts', b)
    book.link(b, 'contradicts', a)
    book.link(yes, 'contradicts', no)
    const found = findContradictions(buildGraph(book.view))
    expect(found.map(({ one, other, sameSpeaker }) => [one.label, other.label, sameSpeaker])).toEqual([
      ['yes', 'no', ada],
      ['a', 'b', null],
    ])
  })
})

describe('timelineRows', () => {
  it('orders by date, takes the day of utterance over that of publication, and groups by speaker', () => {
    const book = new NotebookBuilder()
    const article = book.article('A', { publishedTime: '2025-02-03T09:00:00Z' })
    const ada = book.person('Ada')
    book.quote(article, 'said in January', { speakerId: ada, date: '2025-01' })
    book.passage(article, 'a passage')
    const rows = timelineRows(buildGraph(book.view))
    expect(rows.map(({ node, exactness, lane }) => [node.label, exactness, lane?.label])).toEqual([
      ['said in January', 'month', 'Ada'],
      ['A', 'minute', undefined],
      ['a passage', 'minute', 'A'],
    ])
  })
})

describe('relationNames', () => {
  it('reads built-in, implied and own relations from both ends, and a lost one as a plain link', () => {
    const book = new NotebookBuilder()
    const own = book.add('relation', { label: 'funds', inverse: 'is funded by', symmetric: false })
    expect(relationNames(book.view, 'supports').inverse).toBe('is supported by')
    expect(relationNames(book.view, 'makes').inverse).toBe('is made in')
    expect(relationNames(book.view, own).inverse).toBe('is funded by')
    book.change(own, { deleted: true })
    expect(relationNames(book.view, own).label).toBe('linked to')
  })
})
