import { type MemberFields, memberField } from '@shared/domain/member-fields'
import { claimsMadeBy, contradictorsOf } from '@shared/notebook/claims-made'
import { findLookAlikes, isOneSlipApart } from '@shared/notebook/look-alikes'
import { saidBy } from '@shared/notebook/people'
import { rankEntities } from '@shared/notebook/rank-entities'
import { describe, expect, it } from 'vitest'
import { NotebookBuilder } from '../graph/notebook-builder'

const namesOf = (notebook: NotebookBuilder, typed: string) =>
  rankEntities(notebook.view, typed).map(({ fields }) => fields.name)

describe('finding people by what is typed', () => {
  it('puts names before aliases before roles, and the closer fit first', () => {
    const notebook = new NotebookBuilder()
    notebook.add('entity', { name: 'Peer Quill', role: 'Orla’s deputy' })
    notebook.add('entity', { name: 'Peer Halse', aliases: ['Orla the Elder'] })
    notebook.add('entity', { name: 'Ada Orlando' })
    notebook.add('entity', { name: 'Orla Fenn' })
    notebook.add('entity', { name: 'Orla' })
    expect(namesOf(notebook, 'órla')).toEqual([
      'Orla',
      'Orla Fenn',
      'Ada Orlando',
      'Peer Halse',
      'Peer Quill',
    ])
    expect(namesOf(notebook, 'fenn o')).toEqual(['Orla Fenn'])
    expect(namesOf(notebook, 'zz')).toEqual([])
  })

  it('finds a merged entry under its old name and gives what it became', () => {
    const notebook = new NotebookBuilder()
    const kept = notebook.add('entity', { name: 'Orla Fenn' })
    notebook.add('entity', { name: 'The Warden', mergedInto: kept })
    expect(namesOf(notebook, 'warden')).toEqual(['Orla Fenn'])
  })

  it('puts those quoted more often first among equals', () => {
    const notebook = new NotebookBuilder()
    notebook.add('entity', { name: 'Fenn Aalto' })
    const often = notebook.add('entity', { name: 'Fenn Zoll' })
    notebook.add('quote', { speakerId: often })
    expect(namesOf(notebook, 'fenn')).toEqual(['Fenn Zoll', 'Fenn Aalto'])
  })
})

function reasonsOf(...names: [string, ...string[]][]): string[] {
  const notebook = new NotebookBuilder()
  for (const [name, ...aliases] of names) notebook.add('entity', { name, aliases })
  return findLookAlikes(notebook.view).map(({ reason }) => reason)
}

describe('look-alikes', () => {
  it('are names that are part of one another, by last name, initial or how somebody is addressed', () => {
    expect(reasonsOf(['Maud Ellery'], ['Ellery'])).toHaveLength(1)
    expect(reasonsOf(['Maud Ellery'], ['M. Ellery'])).toHaveLength(1)
    expect(reasonsOf(['Maud Ellery'], ['Ms. Ellery'])).toHaveLength(1)
    expect(reasonsOf(['Maud Ellery'], ['Peer Ellery'])).toEqual([])
    expect(reasonsOf(['Maud Ellery'], ['P. Ellery'])).toEqual([])
  })

  it('are shared aliases, initials of an organisation, and slips of one letter', () => {
    expect(reasonsOf(['Maud Ellery', 'The Skipper'], ['Quill', 'the skipper'])).toEqual([
      'Both are called “the skipper”',
    ])
    expect(reasonsOf(['Lindmouth Harbour Board'], ['LHB'])).toEqual(['One name is the initials of the other'])
    expect(reasonsOf(['Ingrid Solvang'], ['Ingrid Solvagn'])).toEqual(['The names differ by one letter'])
    expect(reasonsOf(['Ingrid Solvang'], ['Astrid Solvang'])).toEqual([])
  })

  it('are never proposed again once they were told apart, nor across types', () => {
    const notebook = new NotebookBuilder()
    const one = notebook.add('entity', { name: 'Ellery' })
    const apart: MemberFields<'apart'> = { [memberField('apart', one)]: true }
    notebook.add('entity', { name: 'Maud Ellery', ...apart })
    notebook.add('entity', { name: 'Ellery', entityType: 'place' })
    expect(findLookAlikes(notebook.view)).toEqual([])
  })

  it('tell one slip from none and from two', () => {
    expect(isOneSlipApart('solvang', 'solvagn')).toBe(true)
    expect(isOneSlipApart('solvang', 'solvan')).toBe(true)
    expect(isOneSlipApart('solvang', 'solveng')).toBe(true)
    expect(isOneSlipApart('solvang', 'solvang')).toBe(false)
    expect(isOneSlipApart('solvang', 'sulveng')).toBe(false)
    expect(isOneSlipApart('solvang', 'solva')).toBe(false)
  })
})

describe('all that somebody said', () => {
  it('counts merged entries in, in order of time, what has no date last', () => {
    const notebook = new NotebookBuilder()
    const kept = notebook.add('entity', { name: 'Orla Fenn' })
    const merged = notebook.add('entity', { name: 'Fenn', mergedInto: kept })
    const dated = notebook.add('article', { publishedTime: '2026-02-01' })
    const undated = notebook.add('article', {})
    const last = notebook.add('quote', { speakerId: kept, articleId: undated })
    const second = notebook.add('quote', { speakerId: kept, articleId: dated })
    const first = notebook.add('quote', { speakerId: merged, articleId: undated, date: '2026-01-05' })
    expect(saidBy(notebook.view, kept).map(({ id }) => id)).toEqual([first, second, last])
  })
})

describe('the claims somebody made', () => {
  it('are those their quotes make, or a passage within them, and what contradicts them', () => {
    const notebook = new NotebookBuilder()
    const speaker = notebook.person('Orla Fenn')
    const article = notebook.article('Morning')
    const [own, within, elsewhere] = [notebook.claim('a'), notebook.claim('b'), notebook.claim('c')]
    const quote = notebook.quote(article, 'the gates will hold until May', { speakerId: speaker })
    const annotation = notebook.view.find('quote', quote)?.fields.annotationId ?? ''
    notebook.change(annotation, { claimId: own })
    notebook.passage(article, 'the gates', { motivation: 'claiming', claimId: within })
    notebook.passage(notebook.article('Other'), 'the gates', { motivation: 'claiming', claimId: elsewhere })
    notebook.link(elsewhere, 'contradicts', own)
    expect(claimsMadeBy(notebook.view, speaker).map(({ id }) => id)).toEqual([own, within])
    expect(contradictorsOf(notebook.view, own)).toEqual([elsewhere])
    expect(contradictorsOf(notebook.view, within)).toEqual([])
  })
})
