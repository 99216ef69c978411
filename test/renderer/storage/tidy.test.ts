import 'fake-indexeddb/auto'
import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import { fakeHost } from '@test/support/fake-host'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

async function countRows(name: string) {
  const database = await new Dexie(name).open()
  const [packs, recent] = [await database.table('packs').count(), await database.table('recent').count()]
  database.close()
  return { packs, recent }
}

describe('packing what rests', { timeout: 60_000 }, () => {
  it('packs many recent records after opening, and shows the same notebook before, then and after', async () => {
    const name = freshName()
    const host = fakeHost()
    const ids = Array.from({ length: 3100 }, newId)
    const first = await open(name, host)
    await first.commit(
      'create-tags',
      ids.map((id, number) => newTag(`tag ${number}`, id)),
    )
    const tags = first.view.all('tag')
    await first.close()
    const second = await open(name, host)
    expect(second.view.all('tag')).toEqual(tags)
    await vi.waitFor(async () => expect(await countRows(name)).toEqual({ packs: 4, recent: 0 }), 20_000)
    await second.commit('rename-tag', [edit('tag', ids[5]!, { label: 'renamed' })])
    const [shown, all] = [second.view.all('tag'), await allOf(second)]
    await second.close()
    const third = await open(name, host)
    expect(third.view.all('tag')).toEqual(shown)
    expect(third.view.find('tag', ids[5]!)?.fields.label).toBe('renamed')
    expect(await allOf(third)).toEqual(all)
    await third.close()
  })
})
