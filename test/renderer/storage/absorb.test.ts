import 'fake-indexeddb/auto'
import { NotebookDatabase } from '@renderer/storage/database'
import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { fakeHost } from '@test/support/fake-host'
import { makeNotebook } from '@test/support/make-notebook'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

async function notesOf(notebook: Awaited<ReturnType<typeof open>>): Promise<TransactionNote[]> {
  const notes: TransactionNote[] = []
  for await (const note of notebook.transactionNotes()) notes.push(note)
  return notes
}

const byId = (histories: readonly RecordHistory[]) =>
  JSON.parse(JSON.stringify([...histories].sort((a, b) => (a.id < b.id ? -1 : 1)))) as unknown

describe('absorbing another notebook', () => {
  const made = makeNotebook({ articles: 6, annotations: 600 })

  it('takes everything over exactly, adds nothing of its own, and has it again after a restart', async () => {
    const name = freshName()
    const host = fakeHost()
    const notebook = await open(name, host)
    const report = await notebook.absorb(made)
    expect(report).toMatchObject({ ok: true, value: { added: made.histories.length, updated: 0 } })
    expect(byId(await allOf(notebook))).toEqual(byId(made.histories))
    const view = notebook.view.all('annotation')
    const notes = await notesOf(notebook)
    expect(new Set(notes.map(({ stamp }) => stamp))).toEqual(new Set(made.notes.map(({ stamp }) => stamp)))
    await notebook.close()
    const again = await open(name, host)
    expect(byId(await allOf(again))).toEqual(byId(made.histories))
    expect(again.view.all('annotation')).toEqual(view)
    expect(await notesOf(again)).toEqual(notes)
    await again.close()
  })

  it('changes nothing when it absorbs the same again', async () => {
    const notebook = await open(freshName())
    await notebook.absorb(made)
    const { revision } = notebook.view
    const again = await notebook.absorb(made)
    expect(again).toEqual({ ok: true, value: { added: 0, updated: 0, differing: 0, group: null } })
    expect(notebook.view.revision).toBe(revision)
    await notebook.close()
  })

  it('can be stopped when all is compared already, and leaves nothing', async () => {
    const [name, host, stop] = [freshName(), fakeHost(), new AbortController()]
    const notebook = await open(name, host)
    const progress = (done: number) => {
      if (done === made.histories.length) stop.abort()
    }
    expect(made.histories.length % 1000).not.toBe(0)
    expect(await notebook.absorb(made, progress, stop.signal)).toMatchObject({ error: { code: 'stopped' } })
    expect(await allOf(notebook)).toEqual([])
    expect(notebook.saveState.get().state).not.toBe('saving')
    await notebook.close()
    const again = await open(name, host)
    expect(await allOf(again)).toEqual([])
    await again.close()
  })

  it('is taken back by one step of undo, and brought back by redo', async () => {
    const name = freshName()
    const notebook = await open(name)
    await notebook.commit('create-tag', [newTag('mine')])
    await notebook.absorb(made)
    const annotations = notebook.view.all('annotation').length
    expect(notebook.undoState.get().undo).toBe('import-bundle')
    await notebook.undo()
    expect(notebook.view.all('annotation')).toEqual([])
    expect(notebook.view.all('tag').map(({ fields }) => fields.label)).toEqual(['mine'])
    await notebook.redo()
    expect(notebook.view.all('annotation').length).toBe(annotations)
    await notebook.close()
  })

  it('leaves nothing to take back where all that came was older; the step before is undone next, and redone after a restart', async () => {
    const [name, host, id] = [freshName(), fakeHost(), newId()]
    const [mine, theirs] = [await open(name, host), await open(freshName())]
    await mine.commit('create-tag', [newTag('rivers', id)])
    await theirs.absorb({ histories: await allOf(mine), notes: [] })
    await theirs.commit('rename-tag', [edit('tag', id, { label: 'waters' })])
    await new Promise((resolve) => setTimeout(resolve, 2))
    await mine.commit('rename-tag', [edit('tag', id, { label: 'streams' })])
    await mine.absorb({ histories: await allOf(theirs), notes: [] })
    expect(mine.undoState.get().undo).toBe('import-bundle')
    expect(await mine.undo()).toEqual({ ok: true, value: null })
    await mine.undo()
    // What the field would hold without the step.
    expect(mine.view.find('tag', id)?.fields.label).toBe('waters')
    const state = mine.undoState.get()
    expect(state).toEqual({ undo: 'create-tag', redo: 'rename-tag' })
    await mine.close()
    const again = await open(name, host)
    expect(again.undoState.get()).toEqual(state)
    await again.redo()
    expect(again.view.find('tag', id)?.fields.label).toBe('streams')
    await again.close()
    await theirs.close()
  })

  it('has a stamp of its own for good, also when what came was made by a clock ahead of ours', async () => {
    const [name, host] = [freshName(), fakeHost()]
    const hour = 3_600_000
    const theirs = await open(freshName(), fakeHost(), { now: () => Date.now() + hour })
    await theirs.commit('create-tag', [newTag('theirs')])
    const mine = await open(name, host)
    await mine.absorb({ histories: await allOf(theirs), notes: [] })
    await mine.close()
    const again = await open(name, host)
    const { lastSafeWrite } = again.saveState.get() as { lastSafeWrite: number }
    expect(lastSafeWrite).toBeLessThanOrEqual(Date.now())
    await again.commit('create-tag', [newTag('mine')])
    await again.undo()
    expect(again.view.all('tag').map(({ fields }) => fields.label)).toEqual(['theirs'])
    await again.undo()
    expect(again.view.all('tag')).toEqual([])
    await again.redo()
    expect(again.view.all('tag').map(({ fields }) => fields.label)).toEqual(['theirs'])
    await again.close()
    await theirs.close()
  })

  it('merges edits of the same records, and surfaces what two people changed unknowingly', async () => {
    const [mine, theirs] = [await open(freshName()), await open(freshName())]
    const id = newId()
    await mine.commit('create-tag', [newTag('rivers', id)])
    await theirs.absorb({ histories: await allOf(mine), notes: [] })
    await mine.commit('rename-tag', [edit('tag', id, { label: 'streams' })])
    await theirs.commit('rename-tag', [edit('tag', id, { label: 'waters' })])
    const report = await mine.absorb({ histories: await allOf(theirs), notes: [] })
    expect(report).toMatchObject({ ok: true, value: { updated: 1, differing: 1 } })
    const differing = mine.view.get(id)?.differences?.label
    expect(new Set(differing?.map(({ value }) => value))).toEqual(new Set(['streams', 'waters']))
    await mine.commit('settle', [edit('tag', id, { label: 'streams' })])
    expect(mine.view.differing()).toEqual([])
    await mine.close()
    await theirs.close()
  })

  it('stops when asked, with nothing changed', async () => {
    const notebook = await open(freshName())
    const stop = new AbortController()
    stop.abort()
    const report = await notebook.absorb(made, undefined, stop.signal)
    expect(report).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(await allOf(notebook)).toEqual([])
    await notebook.close()
  })

  it('counts for no safe write where there was no space for it', async () => {
    const time = { now: Date.UTC(2026, 0, 1) }
    const notebook = await open(freshName(), fakeHost(), { now: () => time.now })
    await notebook.commit('create-tag', [newTag('mine')])
    const before = notebook.saveState.get()
    time.now += 60_000
    const full = vi.spyOn(NotebookDatabase.prototype, 'beginWriting')
    full.mockRejectedValueOnce(new DOMException('No space.', 'QuotaExceededError'))
    const report = await notebook.absorb(made)
    expect(report).toMatchObject({ ok: false, error: { code: 'import-unwritable' } })
    full.mockRestore()
    expect(notebook.saveState.get()).toEqual(before)
    await notebook.close()
  })

  it('is rebuilt from the journal when the store is gone, edits made since included', async () => {
    const name = freshName()
    const files = new MemoryJournalFiles()
    const notebook = await open(name, fakeHost(files))
    await notebook.absorb(made)
    const [first] = notebook.view.all('annotation')
    await notebook.commit('comment', [edit('annotation', first!.id, { comment: 'mine' })])
    const before = await allOf(notebook)
    await notebook.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(files))
    expect(await allOf(rebuilt)).toEqual(before)
    expect(rebuilt.undoState.get().undo).toBe('comment')
    await rebuilt.undo()
    await rebuilt.undo()
    expect(rebuilt.view.all('annotation')).toEqual([])
    await rebuilt.close()
  })
})
