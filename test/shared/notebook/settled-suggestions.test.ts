import { settledIn } from '@shared/notebook/settled-suggestions'
import { describe, expect, it } from 'vitest'
import { idOf, NotebookBuilder } from '../graph/notebook-builder'

const VERSION = idOf(900)

function annotate(notebook: NotebookBuilder, articleId: string, start: number, end: number, quoting = true) {
  const passage = { exact: 'x', prefix: '', suffix: '', start, end }
  const annotationId = notebook.add('annotation', {
    articleId,
    target: { versionId: VERSION, passages: [passage] },
    motivation: quoting ? 'quoting' : 'claiming',
  })
  if (quoting) notebook.add('quote', { articleId, annotationId })
}

const quoteAt = (...spans: [number, number][]) => ({ key: 'quote:1', spans })

describe('what is settled among suggestions', () => {
  it('is what was decided on, in whatever version', () => {
    const notebook = new NotebookBuilder()
    const articleId = notebook.add('article', {})
    notebook.add('decision', { articleId, suggestion: 'quote:1', outcome: 'rejected', resultId: null })
    const isSettled = settledIn(notebook.view, articleId, VERSION)
    expect(isSettled(quoteAt([10, 20]))).toBe(true)
    expect(isSettled({ ...quoteAt([10, 20]), key: 'quote:2' })).toBe(false)
  })

  it('is what a person kept as a quote anyway, but not what a quote only touches', () => {
    const notebook = new NotebookBuilder()
    const articleId = notebook.add('article', {})
    annotate(notebook, articleId, 12, 40)
    const isSettled = settledIn(notebook.view, articleId, VERSION)
    expect(isSettled(quoteAt([10, 42]))).toBe(true)
    expect(isSettled(quoteAt([10, 42], [100, 120]))).toBe(true)
    expect(isSettled(quoteAt([38, 200]))).toBe(false)
    expect(isSettled(quoteAt([40, 60]))).toBe(false)
  })

  it('tells quotes and claims apart: a quoted sentence may still be worth checking', () => {
    const notebook = new NotebookBuilder()
    const articleId = notebook.add('article', {})
    annotate(notebook, articleId, 0, 50)
    annotate(notebook, articleId, 100, 150, false)
    const isSettled = settledIn(notebook.view, articleId, VERSION)
    expect(isSettled({ key: 'claim:1', spans: [[0, 50]] })).toBe(false)
    expect(isSettled({ key: 'claim:1', spans: [[100, 150]] })).toBe(true)
    expect(isSettled(quoteAt([100, 150]))).toBe(false)
  })
})
