import { buildGraph } from '@shared/graph/build'
import type { Graph } from '@shared/graph/graph'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder, taggedWith } from './notebook-builder'

/** The edges in words: `label relation label`. */
function edgesInWords(graph: Graph): string[] {
  return graph.edges
    .map(({ from, to, relation }) => `${graph.nodes[from]?.label} ${relation} ${graph.nodes[to]?.label}`)
    .sort()
}

describe('buildGraph', () => {
  it('draws the edges that follow from the records', () => {
    const book = new NotebookBuilder()
    const article = book.article('Harbour to close')
    const mayor = book.person('Ada Vell')
    const agency = book.person('Northwire', { entityType: 'organisation' })
    const claim = book.claim('The harbour closes in May')
    const tag = book.add('tag', { label: 'harbour' })
    book.passage(article, 'closes in May', { claimId: claim, ...taggedWith(tag) })
    const quote = book.quote(article, 'We have no choice', { speakerId: mayor, reportedBy: [agency] })
    book.add('note', {
      title: 'To do',
      content: { root: { children: [{ type: 'reference', target: quote }] } },
    })
    const graph = buildGraph(book.view)
    expect(edgesInWords(graph)).toEqual([
      'To do refersTo We have no choice',
      'We have no choice partOf Harbour to close',
      'We have no choice reportedBy Northwire',
      'We have no choice saidBy Ada Vell',
      'closes in May makes The harbour closes in May',
      'closes in May partOf Harbour to close',
      'closes in May taggedWith harbour',
    ])
    expect(graph.edges.every(({ implied }) => implied)).toBe(true)
  })

  it('lets a quote stand for the passage that marks its words', () => {
    const book = new NotebookBuilder()
    const article = book.article('A')
    const quote = book.quote(article, 'never')
    const claim = book.claim('It never happened')
    const passageId = book.view.all('annotation')[0]?.id as string
    book.link(passageId, 'supports', claim)
    const graph = buildGraph(book.view)
    expect(graph.nodes.map(({ kind }) => kind)).toEqual(['article', 'quote', 'claim'])
    expect(graph.indexOf.get(passageId)).toBe(graph.indexOf.get(quote))
    expect(edgesInWords(graph)).toContain('never supports It never happened')
  })

  it('gathers what was said by merged people at the one who stands for them', () => {
    const book = new NotebookBuilder()
    const article = book.article('A')
    const full = book.person('Ada Vell')
    const short = book.person('Vell', { mergedInto: full })
    book.quote(article, 'one', { speakerId: full })
    book.quote(article, 'two', { speakerId: short })
    const graph = buildGraph(book.view)
    expect(graph.nodes.filter(({ kind }) => kind === 'entity')).toHaveLength(1)
    expect(edgesInWords(graph).filter((edge) => edge.includes('saidBy'))).toEqual([
      'one saidBy Ada Vell',
      'two saidBy Ada Vell',
    ])
    expect(graph.indexOf.get(short)).toBe(graph.indexOf.get(full))
  })

  it('leaves out the trash and links that lead there', () => {
    const book = new NotebookBuilder()
    const kept = book.claim('kept')
    const gone = book.claim('gone')
    book.link(kept, 'supports', gone)
    book.change(gone, { deleted: true })
    const graph = buildGraph(book.view)
    expect(graph.nodes.map(({ label }) => label)).toEqual(['kept'])
    expect(graph.edges).toEqual([])
  })

  it('ends a circle of merged tags instead of following it for ever', () => {
    const book = new NotebookBuilder()
    const a = book.add('tag', { label: 'a' })
    const b = book.add('tag', { label: 'b', mergedInto: a })
    book.change(a, { mergedInto: b })
    book.claim('tagged', { ...taggedWith(b) })
    expect(edgesInWords(buildGraph(book.view))).toEqual(['tagged taggedWith a'])
  })

  it('never tears a character when it cuts a label', () => {
    const book = new NotebookBuilder()
    book.claim('🌊'.repeat(200))
    const label = buildGraph(book.view).nodes[0]?.label ?? ''
    expect(label.length).toBeLessThanOrEqual(140)
    expect(label).toMatch(/^(?:🌊)+…$/u)
  })
})
