import 'fake-indexeddb/auto'
import { NotebookDatabase } from '@renderer/storage/database'
import type { Notebook } from '@renderer/storage/notebook'
import { newId } from '@shared/base/ids'
import { edit, remove } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

describe('two windows on one notebook', () => {
  it('show each other’s changes', async () => {
    const name = freshName()
    const host = fakeHost()
    const [one, two] = [await open(name, host), await open(name, host)]
    const id = newId()
    await one.commit('create-tag', [newTag('rivers', id)])
    await vi.waitFor(() => expect(two.view.find('tag', id)?.fields.label).toBe('rivers'))
    await two.commit('rename-tag', [edit('tag', id, { label: 'streams' })])
    await vi.waitFor(() => expect(one.view.find('tag', id)?.fields.label).toBe('streams'))
    await Promise.all([one.close(), two.close()])
  })

  it('write at the same time without losing anything, and end up equal', async () => {
    const name = freshName()
    const host = fakeHost()
    const windows = [await open(name, host), await open(name, host)]
    const shared = newId()
    await windows[0]!.commit('create-tag', [newTag('shared', shared)])
    await vi.waitFor(() => expect(windows[1]!.view.find('tag', shared)).toBeDefined())
    const saved = windows.flatMap((window, side) =>
      Array.from({ length: 40 }, (_, step) => [
        window.commit('create-tag', [newTag(`tag ${side} ${step}`)]),
        window.commit('rename-tag', [edit('tag', shared, { label: `label ${side} ${step}` })]),
      ]).flat(),
    )
    for (const result of await Promise.all(saved)) expect(result.ok).toBe(true)
    await windows[0]!.commit('delete-tag', [remove('tag', shared)])
    await vi.waitFor(() => expect(windows[1]!.view.trash().length).toBe(1))
    const [one, two] = [await allOf(windows[0]!), await allOf(windows[1]!)]
    expect(one).toEqual(two)
    expect(windows[0]!.view.all('tag').length).toBe(80)
    expect(windows[0]!.view.all('tag')).toEqual(windows[1]!.view.all('tag'))
    for (const window of windows) await window.close()
    const again = await open(name, host)
    expect(await allOf(again)).toEqual(one)
    await again.close()
  })

  it('count a step once whose change one of them wrote for the other, out of the journal', async () => {
    const name = freshName()
    const host = fakeHost()
    const [one, two] = [await open(name, host), await open(name, host)]
    await one.commit('create-tag', [newTag('first')])
    const full = vi.spyOn(NotebookDatabase.prototype, 'beginWriting')
    full.mockRejectedValueOnce(new DOMException('No space.', 'QuotaExceededError'))
    const kept = await one.commit('create-tag', [newTag('second')])
    expect(kept).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect((await two.commit('create-tag', [newTag('third')])).ok).toBe(true)
    await vi.waitFor(() => expect(two.view.all('tag').length).toBe(3))
    await vi.waitFor(() => expect(one.view.all('tag').length).toBe(3))
    await one.flush()
    expect(one.saveState.get().state).toBe('saved')
    for (const left of [2, 1, 0]) {
      expect(await one.undo()).toMatchObject({ ok: true, value: { intent: 'create-tag' } })
      expect(one.view.all('tag').length).toBe(left)
    }
    expect(one.undoState.get().undo).toBeNull()
    await Promise.all([one.close(), two.close()])
    full.mockRestore()
  })

  it('say which record both changed at once, whose later change is shown and whose other is in its history', async () => {
    const name = freshName()
    const host = fakeHost()
    const windows = [await open(name, host), await open(name, host)]
    const [one, two] = windows as [Notebook, Notebook]
    const id = newId()
    await one.commit('create-tag', [newTag('rivers', id)])
    await vi.waitFor(() => expect(two.view.find('tag', id)).toBeDefined())
    await one.commit('rename-tag', [edit('tag', id, { label: 'known' })])
    await vi.waitFor(() => expect(two.view.find('tag', id)?.fields.label).toBe('known'))
    await two.commit('rename-tag', [edit('tag', id, { label: 'known as well' })])
    await vi.waitFor(() => expect(one.view.find('tag', id)?.fields.label).toBe('known as well'))
    for (const { notices } of windows) expect(notices.get()).toEqual([])
    await Promise.all([
      one.commit('rename-tag', [edit('tag', id, { label: 'streams' })]),
      two.commit('rename-tag', [edit('tag', id, { label: 'waters' })]),
    ])
    for (const { notices } of windows)
      await vi.waitFor(() =>
        expect(notices.get()).toEqual([
          expect.stringMatching(/^“(streams|waters)” was changed in two windows at once .* in its history/),
        ]),
      )
    expect(one.view.get(id)).toEqual(two.view.get(id))
    await Promise.all(windows.map((window) => window.close()))
  })

  it('leave nothing out of the journal that one of them could not append when it was still empty', async () => {
    const name = freshName()
    const files = new MemoryJournalFiles()
    const host = fakeHost(files)
    const [one, two] = [await open(name, host), await open(name, host)]
    files.space = 0
    expect((await one.commit('create-tag', [newTag('first')])).ok).toBe(false)
    files.space = Number.POSITIVE_INFINITY
    expect((await two.commit('create-tag', [newTag('second')])).ok).toBe(true)
    await one.flush()
    expect(one.saveState.get().state).toBe('saved')
    await Promise.all([one.close(), two.close()])
    await Dexie.delete(name)
    const rebuilt = await open(name, host)
    expect(rebuilt.view.all('tag').length).toBe(2)
    await rebuilt.close()
  })
})
