import { findRecords } from '@shared/notebook/find-records'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from '../graph/notebook-builder'

describe('records by name', () => {
  it('puts the person of a surname before the articles about them, and those before mere mentions', () => {
    const book = new NotebookBuilder()
    const mention = book.article('What became of Brandt')
    const about = book.article('Brandt opens the bridge')
    const person = book.person('Anna Brandt')
    expect(findRecords(book.view, 'brandt', 8).map(({ id }) => id)).toEqual([person, about, mention])
  })

  it('finds a name however its accents and capitals are typed', () => {
    const book = new NotebookBuilder()
    const person = book.person('Žofie Dvořák')
    expect(findRecords(book.view, 'DVORAK', 8).map(({ id }) => id)).toEqual([person])
  })
})
