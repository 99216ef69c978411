import { closeSelection, recordsUnderTag } from '@shared/bundle/select-records'
import { listAsSource } from '@shared/bundle/source'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { foldRecord } from '@shared/changes/fold'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { makeNotebook } from '@test/support/make-notebook'
import { describe, expect, it } from 'vitest'

const made = makeNotebook({ articles: 4, annotations: 40, wideEvery: 2 })
const view = new NotebookMemory()
view.put(made.histories.map(foldRecord))
const [first, second] = view.all('article')
if (!first || !second) throw new Error('The notebook has no articles.')

describe('choosing what goes', () => {
  it('takes an article with its versions, passages, quotes, speakers and tags, and no other article', () => {
    const taken = closeSelection(view, [first.id])
    for (const { id } of view.by('annotationsByArticle', first.id)) expect(taken).toContain(id)
    for (const { id } of view.by('versionsByArticle', first.id)) expect(taken).toContain(id)
    for (const { fields } of view.by('quotesByArticle', first.id)) expect(taken).toContain(fields.speakerId)
    expect(taken).not.toContain(second.id)
  })

  it('takes links whose both ends go along, and those alone', () => {
    const taken = closeSelection(view, [first.id])
    for (const { id, fields } of view.all('link'))
      expect(taken.has(id)).toBe(taken.has(fields.from) && taken.has(fields.to))
  })

  it('makes a bundle that is sound, with the transactions of its records alone', async () => {
    const only = closeSelection(view, [first.id])
    const bytes = await bundleBytes(listAsSource(made.histories, made.notes), { only })
    expect((await verifyBundle(bytes)).faults).toEqual([])
    const opened = await openBundle(bytes)
    const histories = await listHistories(opened)
    expect(new Set(histories.map(({ id }) => id))).toEqual(new Set(only))
    const stamps = new Set(histories.flatMap(({ changes }) => changes.map(({ stamp }) => stamp)))
    for await (const { stamp } of opened.transactionNotes()) expect(stamps).toContain(stamp)
  })

  it('begins a tag’s selection with what is under it', () => {
    const tag = view.all('tag')[0]
    const found = recordsUnderTag(view, tag?.id ?? '')
    expect(found.length).toBeGreaterThan(0)
    for (const id of found) expect(Object.keys(view.get(id)?.fields ?? {})).toContain(`tag:${tag?.id}`)
  })
})
