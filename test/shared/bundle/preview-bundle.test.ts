import { findDuplicates } from '@shared/bundle/duplicates'
import { closeChoice, previewBundle } from '@shared/bundle/preview-bundle'
import { edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import { listFieldChanges } from '@shared/notebook/field-changes'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { type CapturedCopy, Colleague } from '@test/support/colleague'
import { beforeEach, describe, expect, it } from 'vitest'

let ada: Colleague
let bram: Colleague
let article: CapturedCopy
let passage: string

beforeEach(async () => {
  ada = new Colleague('Ada')
  bram = new Colleague('Bram')
  article = await ada.capture('The quay', ['The quay is sinking.'], {
    url: 'https://www.example.org/q/?utm_medium=x',
  })
  passage = ada.mark(article, 'sinking')
  bram.meet(ada)
})

function viewOf(person: Colleague): NotebookMemory {
  const view = new NotebookMemory()
  view.put(person.histories().map(foldRecord))
  return view
}

function preview(theirs: Colleague) {
  const own = new Map(ada.histories().map((history) => [history.id, history]))
  return previewBundle(viewOf(ada), async (id) => own.get(id), theirs.histories())
}

const effectOn = async (theirs: Colleague, id: string) =>
  (await preview(theirs)).records.find((record) => record.id === id)?.effect

describe('a preview', () => {
  it('tells what is added, changed, deleted, in difference, and what is here already', async () => {
    const added = bram.mark(article, 'quay')
    bram.change(edit('annotation', passage, { comment: 'Really' }))
    expect(await effectOn(bram, added)).toBe('added')
    expect(await effectOn(bram, passage)).toBe('changed')
    expect((await preview(bram)).same).toBe(3)
    ada.change(edit('annotation', passage, { comment: 'Not really' }))
    expect(await effectOn(bram, passage)).toBe('differing')
    bram.change(edit('article', article.articleId, { deleted: true }))
    expect(await effectOn(bram, article.articleId)).toBe('deleted')
  })

  it('shows old and new values with the stamp of who changed them', async () => {
    bram.change(edit('annotation', passage, { comment: 'Really' }))
    const [record] = (await preview(bram)).records.filter(({ id }) => id === passage)
    const changes = listFieldChanges(record?.before, record?.after as never)
    expect(changes).toMatchObject([{ field: 'comment', before: '', after: 'Really' }])
    expect(changes[0]?.stamp).toContain(bram.id)
  })

  it('takes along what a chosen record cannot do without, and no more', async () => {
    const cyd = new Colleague('Cyd')
    const copy = await cyd.capture('Trams', ['The first tram runs.', 'In June.'])
    const [one, two] = [cyd.mark(copy, 'tram'), cyd.mark(copy, 'June')]
    const { records } = await preview(cyd)
    const taken = closeChoice(records, new Set([one]))
    expect(taken).toEqual(new Set([one, copy.articleId, copy.versionId, cyd.id]))
    expect(taken.has(two)).toBe(false)
  })
})

describe('duplicates', () => {
  it('are proposed for one address however it is written, one DOI, one text, and one name or alias of a kind', async () => {
    const cyd = new Colleague('Cyd')
    await cyd.capture('Quay', ['Other words.'], { url: 'http://example.org/q#top' })
    await cyd.capture('Same text', ['The quay is sinking.'])
    ada.person('Ána Quill')
    cyd.person('A. Nother', { aliases: ['ana quill'] })
    cyd.person('Ána Quill', { entityType: 'organisation' })
    const found = (await preview(cyd)).duplicates
    expect(found.map(({ kind, reason }) => `${kind} ${reason}`).sort()).toEqual([
      'article address',
      'article text',
      'entity name',
    ])
  })

  it('come once each among a notebook’s own articles, and never again once they were kept apart', async () => {
    const copy = await ada.capture('Quay again', ['The quay is sinking.'])
    const pairs = () => {
      const view = viewOf(ada)
      return findDuplicates(view, [...view.all('article'), ...view.all('version')])
    }
    expect(pairs().length).toBe(1)
    ada.change(edit('article', copy.articleId, { [`apart:${article.articleId}`]: true }))
    expect(pairs()).toEqual([])
  })
})
