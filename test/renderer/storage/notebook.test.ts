import { newId } from '@shared/base/ids'
import { create, edit, remove } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
import { describe, expect, it } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

describe('an open notebook', () => {
  it('shows a committed change and has it again after it was closed', async () => {
    const name = freshName()
    const id = newId()
    const first = await open(name)
    const made = await first.commit('create-tag', [newTag('rivers', id)])
    expect(made.ok).toBe(true)
    expect(first.view.find('tag', id)?.fields.label).toBe('rivers')
    expect(first.saveState.get().state).toBe('saved')
    await first.close()
    const second = await open(name)
    expect(second.view.find('tag', id)).toEqual(first.view.find('tag', id))
    expect(second.contributor).toBe(first.contributor)
    await second.close()
  })

  it('adds its contributor with the first change, and not before', async () => {
    const notebook = await open(freshName())
    expect(notebook.view.all('contributor')).toEqual([])
    await notebook.commit('create-tag', [newTag('rivers')])
    expect(notebook.view.all('contributor').map(({ id }) => id)).toEqual([notebook.contributor])
    await notebook.close()
  })

  it('refuses a change that lacks a field, and keeps nothing of it', async () => {
    const notebook = await open(freshName())
    const made = await notebook.commit('create-tag', [create('tag', newId(), { label: 'rivers' } as never)])
    expect(made).toMatchObject({ ok: false, error: { code: 'transaction-invalid' } })
    expect(notebook.view.all('tag')).toEqual([])
    await notebook.close()
  })

  it('undoes and redoes, also after a restart', async () => {
    const name = freshName()
    const id = newId()
    const first = await open(name)
    await first.commit('create-tag', [newTag('rivers', id)])
    await first.commit('rename-tag', [edit('tag', id, { label: 'streams' })])
    await first.commit('delete-tag', [remove('tag', id)])
    await first.close()
    const second = await open(name)
    const label = () => second.view.find('tag', id)?.fields.label
    expect(second.undoState.get()).toEqual({ undo: 'delete-tag', redo: null })
    await second.undo()
    expect(label()).toBe('streams')
    await second.undo()
    expect(label()).toBe('rivers')
    expect(second.undoState.get()).toEqual({ undo: 'create-tag', redo: 'rename-tag' })
    await second.close()
    const third = await open(name)
    await third.redo()
    expect(third.view.find('tag', id)?.fields.label).toBe('streams')
    await third.undo()
    await third.undo()
    expect(third.view.find('tag', id)).toBeUndefined()
    expect(third.view.trash().map((record) => record.id)).toEqual([id])
    expect(third.undoState.get()).toEqual({ undo: null, redo: 'create-tag' })
    await third.close()
  })

  it('keeps a change of very many records as it keeps that of one', async () => {
    const [name, host] = [freshName(), fakeHost()]
    const first = await open(name, host)
    const ids = Array.from({ length: 1200 }, newId)
    await first.commit(
      'create-tag',
      ids.map((id) => newTag('new', id)),
    )
    await first.commit('rename-tag', [edit('tag', ids[0]!, { label: 'one' })])
    await first.commit('rename-tag', [edit('tag', ids[1]!, { label: 'one' })])
    await first.commit(
      'rename-tag',
      ids.slice(1).map((id) => edit('tag', id, { label: 'many' })),
    )
    await first.commit('rename-tag', [edit('tag', ids[2]!, { label: 'after' })])
    const view = first.view.all('tag')
    expect(view.slice(0, 4).map(({ fields }) => fields.label)).toEqual(['one', 'many', 'after', 'many'])
    const histories = await allOf(first)
    await first.close()
    const second = await open(name, host)
    expect(second.view.all('tag')).toEqual(view)
    expect(await allOf(second)).toEqual(histories)
    await second.undo()
    await second.undo()
    expect(second.view.all('tag').map(({ fields }) => fields.label)).toEqual([
      'one',
      'one',
      ...Array.from({ length: 1198 }, () => 'new'),
    ])
    await second.redo()
    expect(second.view.find('tag', ids[1]!)?.fields.label).toBe('many')
    await second.close()
  })

  it('undoes a thousand steps after a restart', { timeout: 300_000 }, async () => {
    const name = freshName()
    const id = newId()
    const first = await open(name)
    await first.commit('create-tag', [newTag('step 0', id)])
    for (let step = 1; step <= 1000; step += 1)
      void first.commit('rename-tag', [edit('tag', id, { label: `step ${step}` })])
    await first.close()
    const second = await open(name)
    for (let step = 999; step >= 0; step -= 1) void second.undo()
    await second.flush()
    expect(second.view.find('tag', id)?.fields.label).toBe('step 0')
    await second.close()
  })

  it('keeps a version’s text on disk and reads it when asked', async () => {
    const notebook = await open(freshName())
    const version = newId()
    const blocks = [{ type: 'paragraph' as const, text: 'The river rose.' }]
    await notebook.commit('capture', [
      create('version', version, {
        articleId: newId(),
        blocks,
        textHash: 'x',
        capturedTime: '2026-01-01',
        reason: 'captured',
        basedOn: null,
        originalName: null,
      }),
    ])
    expect(notebook.view.find('version', version)?.fields.blocks).toEqual([])
    expect(await notebook.blocksOf(version)).toEqual(blocks)
    const history = await notebook.history(version)
    expect(history?.changes[0]?.set.blocks).toEqual(blocks)
    await notebook.close()
  })

  it('keeps settings of this machine', async () => {
    const name = freshName()
    const first = await open(name)
    first.local.set('width', 40)
    await first.close()
    const second = await open(name)
    expect(second.local.get('width')).toBe(40)
    await second.close()
  })
})
