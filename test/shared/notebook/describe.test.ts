import { describeRecord } from '@shared/notebook/describe'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from '../graph/notebook-builder'

describe('the line that names a record', () => {
  it('names a link by its ends and how they relate, also when one of them is gone', () => {
    const book = new NotebookBuilder()
    const [one, other] = [book.claim('The gate stays shut'), book.claim('The gate opens')]
    book.link(one, 'contradicts', other)
    const [link] = book.view.all('link')
    if (!link) throw new Error('no link')
    expect(describeRecord(book.view, link)).toBe('“The gate stays shut” contradicts “The gate opens”')
    const without = { get: (id: string) => (id === other ? undefined : book.view.get(id)) }
    expect(describeRecord(without, link)).toBe('“The gate stays shut” contradicts something gone')
  })

  it('tells the versions of one day apart, and cuts a long title between characters', () => {
    const book = new NotebookBuilder()
    const article = book.article('𝒜'.repeat(200))
    const version = {
      kind: 'version',
      fields: { articleId: article, capturedTime: '2026-11-03T09:05:00.000Z' },
    } as Parameters<typeof describeRecord>[1]
    expect(describeRecord(book.view, version)).toBe(`Version of “${'𝒜'.repeat(60)}…”, 2026-11-03 09:05 UTC`)
  })
})
