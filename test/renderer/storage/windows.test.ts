import { newId } from '@shared/base/ids'
import { edit, remove } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
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
})
