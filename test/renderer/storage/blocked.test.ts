import 'fake-indexeddb/auto'
import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

function blockStore(): void {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No data is kept.', 'SecurityError')
  })
}

/** Files of a page that may keep none. */
class RefusedFiles extends MemoryJournalFiles {
  override list(): never {
    throw new DOMException('No files are kept.', 'SecurityError')
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a notebook whose places are refused', () => {
  it('is in memory where nothing can be kept, says so, and can be worked in and taken along', async () => {
    blockStore()
    const notebook = await open(freshName(), fakeHost(new RefusedFiles()))
    expect(notebook.saveState.get()).toEqual({ state: 'memory-only' })
    expect(notebook.notices.get()).toEqual([
      expect.stringMatching(/^Nothing can be saved, because .* export/),
    ])
    const id = newId()
    expect((await notebook.commit('create-tag', [newTag('first', id)])).ok).toBe(true)
    await notebook.commit('rename-tag', [edit('tag', id, { label: 'second' })])
    expect(notebook.saveState.get()).toEqual({ state: 'memory-only' })
    await notebook.undo()
    expect(notebook.view.find('tag', id)?.fields.label).toBe('first')
    await notebook.flush()
    const all = await allOf(notebook)
    await notebook.close()
    vi.restoreAllMocks()
    const elsewhere = await open(freshName())
    expect(await elsewhere.absorb({ histories: all, notes: [] })).toMatchObject({ ok: true })
    expect(elsewhere.view.find('tag', id)?.fields.label).toBe('first')
    await elsewhere.close()
  })

  it('is opened from the journal where the store is refused, and the store has it all when it is there again', async () => {
    const name = freshName()
    const files = new MemoryJournalFiles()
    const first = await open(name, fakeHost(files))
    const id = newId()
    await first.commit('create-tag', [newTag('before', id)])
    await first.close()
    blockStore()
    const second = await open(name, fakeHost(files))
    expect(second.contributor).toBe(first.contributor)
    expect(second.notices.get()[0]).toMatch(/opened from its safety copy/)
    await second.commit('rename-tag', [edit('tag', id, { label: 'meanwhile' })])
    expect(second.saveState.get()).toMatchObject({ state: 'saved', only: 'journal' })
    await second.close()
    vi.restoreAllMocks()
    const third = await open(name, fakeHost(files))
    await vi.waitFor(() => expect(third.view.find('tag', id)?.fields.label).toBe('meanwhile'))
    await third.close()
  })

  it('is opened from the journal where the store cannot be read, which is left as it is', async () => {
    const name = freshName()
    const files = new MemoryJournalFiles()
    const first = await open(name, fakeHost(files))
    const id = newId()
    await first.commit('create-tag', [newTag('kept', id)])
    await first.close()
    const rubbish = { number: 7, bytes: new TextEncoder().encode('[{"state":') }
    const database = await new Dexie(name).open()
    await database.table('packs').put(rubbish)
    database.close()
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const second = await open(name, fakeHost(files))
    expect(complaint).toHaveBeenCalled()
    expect(second.view.find('tag', id)?.fields.label).toBe('kept')
    expect(second.notices.get()[0]).toMatch(/opened from its safety copy/)
    await second.close()
    const looked = await new Dexie(name).open()
    expect(await looked.table('packs').toArray()).toEqual([rubbish])
    looked.close()
  })

  it('is saved in the store alone where the page may keep no files, and says so', async () => {
    const name = freshName()
    const first = await open(name, fakeHost(new RefusedFiles()))
    expect(first.notices.get()).toEqual([expect.stringMatching(/^There is no safety copy, because /)])
    const made = await first.commit('create-tag', [newTag('kept')])
    expect(made.ok).toBe(true)
    expect(first.saveState.get()).toMatchObject({ state: 'saved', only: 'store' })
    await first.close()
    const again = await open(name)
    expect(again.view.all('tag').map(({ fields }) => fields.label)).toEqual(['kept'])
    await again.close()
  })
})
