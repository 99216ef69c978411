import { quotesToCompare } from '@shared/graph/same-quotes'
import { clusterQuotes } from '@shared/quotes/cluster-quotes'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from './notebook-builder'

describe('quotes laid beside one another', () => {
  it('go under the name of whoever stands for the speaker now, and are dated as printed', () => {
    const book = new NotebookBuilder()
    const kept = book.person('Orla Fenn')
    const merged = book.person('The Warden', { mergedInto: kept })
    const early = book.article('Early', { publishedTime: '2026-01-01' })
    const late = book.article('Late', { publishedTime: '2026-01-02' })
    const first = book.quote(late, 'the gates will hold until May', { speakerId: kept, date: '2025-12-31' })
    const second = book.quote(early, 'the gates will hold until May', { speakerId: merged })
    const [cluster] = clusterQuotes(quotesToCompare(book.view))
    expect(cluster?.members.map(({ id }) => id)).toEqual([second, first])
    expect(cluster?.differences).toEqual([
      { first: second, second: first, wording: 'none', attribution: false },
    ])
  })

  it('take an interrupted quote as one, with nothing left out', () => {
    const book = new NotebookBuilder()
    const [one, other] = [book.article('One'), book.article('Other')]
    book.quote(one, 'the gates will hold until the end of May')
    const passages = ['the gates will hold', 'until the end of May'].map((exact) => ({
      exact,
      prefix: '',
      suffix: '',
      start: 0,
      end: exact.length,
    }))
    const annotationId = book.passage(other, '', { target: { versionId: other, passages } })
    book.add('quote', { articleId: other, annotationId })
    const [cluster] = clusterQuotes(quotesToCompare(book.view))
    expect(cluster?.differences[0]?.wording).toBe('none')
  })
})
