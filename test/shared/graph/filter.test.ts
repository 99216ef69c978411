import { buildGraph } from '@shared/graph/build'
import { filterGraph, isWithinTime, SHOW_ALL } from '@shared/graph/filter'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder, taggedWith } from './notebook-builder'

function sample() {
  const book = new NotebookBuilder()
  const early = book.article('Early', { publishedTime: '2024-03-01' })
  const late = book.article('Late', { publishedTime: '2025-06-10T08:00:00Z' })
  const ada = book.person('Ada')
  const ben = book.person('Ben')
  const parent = book.add('tag', { label: 'water' })
  const child = book.add('tag', { label: 'harbour', parentId: parent })
  book.quote(early, 'first', { speakerId: ada })
  book.quote(late, 'second', { speakerId: ben })
  const passage = book.passage(early, 'marked', { ...taggedWith(child) })
  const claim = book.claim('a claim')
  book.link(passage, 'supports', claim)
  return { book, graph: buildGraph(book.view), parent, child }
}

const labels = (graph: ReturnType<typeof buildGraph>) => graph.nodes.map(({ label }) => label).sort()

describe('filterGraph', () => {
  it('gives the same graph back when nothing is hidden', () => {
    const { book, graph } = sample()
    expect(filterGraph(book.view, graph, SHOW_ALL)).toBe(graph)
  })

  it('hides kinds with their links, and relations without their ends', () => {
    const { book, graph } = sample()
    const part = filterGraph(book.view, graph, {
      ...SHOW_ALL,
      hiddenKinds: ['entity', 'tag'],
      hiddenRelations: ['partOf'],
    })
    expect(labels(part)).toEqual(['Early', 'Late', 'a claim', 'first', 'marked', 'second'])
    expect(part.edges.map(({ relation }) => relation)).toEqual(['supports'])
  })

  it('finds what bears a tag below the chosen one, and what is linked to it', () => {
    const { book, graph, parent } = sample()
    const part = filterGraph(book.view, graph, { ...SHOW_ALL, tags: [parent] })
    expect(labels(part)).toEqual(['Early', 'a claim', 'harbour', 'marked', 'water'])
  })

  it('drops what is dated outside, and people who then hang on nothing', () => {
    const { book, graph } = sample()
    const part = filterGraph(book.view, graph, { ...SHOW_ALL, from: '2025' })
    expect(labels(part)).toEqual(['Ben', 'Late', 'second', 'water', 'harbour'].sort())
  })
})

describe('isWithinTime', () => {
  it.each([
    ['2024-03-01', '2024-03', '2024-03', true],
    ['2024-03', '2024-03-15', null, true],
    ['2024-02', '2024-03-15', null, false],
    ['2024-03-01T10:00:00Z', null, '2024-02-28', false],
    ['2024', '2024-05-01', '2024-06-01', true],
  ])('%s from %s to %s: %s', (time, from, to, expected) => {
    expect(isWithinTime(time, from, to)).toBe(expected)
  })
})
