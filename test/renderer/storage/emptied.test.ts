import 'fake-indexeddb/auto'
import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a store that the browser empties under an open window', () => {
  it('is not written to any more, and is rebuilt from the journal with the next opening', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const name = freshName()
    const files = new MemoryJournalFiles()
    const notebook = await open(name, fakeHost(files))
    const id = newId()
    await notebook.commit('create-tag', [newTag('first', id)])
    await notebook.commit('create-tag', [newTag('second')])
    await Dexie.delete(name)
    const made = await notebook.commit('rename-tag', [edit('tag', id, { label: 'renamed' })])
    expect(made).toMatchObject({ ok: false, error: { code: 'store-emptied' } })
    expect(notebook.saveState.get()).toMatchObject({
      state: 'failing',
      sentence: expect.stringMatching(/reload, and the notebook is rebuilt from its safety copy/),
    })
    // Better no export than one of a part that looks like the whole.
    await expect(allOf(notebook)).rejects.toThrow()
    await notebook.close()
    const again = await open(name, fakeHost(files))
    const labels = again.view.all('tag').map(({ fields }) => fields.label)
    expect(labels).toEqual(['renamed', 'second'])
    expect((await allOf(again)).length).toBe(3)
    await again.close()
  })

  it('goes on being the notebook of another window that has rebuilt it', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const name = freshName()
    const files = new MemoryJournalFiles()
    const one = await open(name, fakeHost(files))
    await one.commit('create-tag', [newTag('first')])
    await Dexie.delete(name)
    const two = await open(name, fakeHost(files))
    expect((await two.commit('create-tag', [newTag('second')])).ok).toBe(true)
    await one.commit('create-tag', [newTag('third')])
    await one.close()
    await two.close()
    const again = await open(name, fakeHost(files))
    await vi.waitFor(() => {
      const labels = again.view.all('tag').map(({ fields }) => fields.label)
      expect(labels.sort()).toEqual(['first', 'second', 'third'])
    })
    await again.close()
  })
})
