import 'fake-indexeddb/auto'
import type { Notebook } from '@renderer/storage/notebook'
import { compareWithHeld, readHeld } from '@renderer/workflows/compare-with-backup'
import { restoreBackup } from '@renderer/workflows/restore-backup'
import type { RestoreWish } from '@shared/backups/compare-backup'
import { newId } from '@shared/base/ids'
import { edit, remove } from '@shared/changes/compose'
import type { RecordHistory } from '@shared/changes/transaction'
import { fakeHost } from '@test/support/fake-host'
import { describe, expect, it } from 'vitest'
import { allOf, freshName, newTag, open } from '../storage/notebooks'

const ALL: RestoreWish = { deleted: true, changed: true, added: true }

/** What a backup that holds these histories says beside a notebook. */
async function lookAt(notebook: Notebook, histories: readonly RecordHistory[]) {
  const held = await readHeld(notebook, histories)
  const compared = await compareWithHeld(notebook, held)
  return { ...compared, name: 'backup', counts: held.made.counts, notes: [] }
}

const labels = ({ view }: Notebook) =>
  view
    .all('tag')
    .map(({ fields }) => fields.label)
    .sort()

const restore = (notebook: Notebook, backup: Awaited<ReturnType<typeof lookAt>>, wish: RestoreWish) =>
  restoreBackup({ notebook, host: fakeHost() }, backup, wish)

/** A notebook with three tags, its backup, and work that changed, deleted and added something since. */
async function workedOn() {
  const notebook = await open(freshName())
  const [changed, deleted, same] = [newId(), newId(), newId()]
  await notebook.commit('create-tags', [newTag('a', changed), newTag('b', deleted), newTag('c', same)])
  const backup = await allOf(notebook)
  await notebook.commit('work', [edit('tag', changed, { label: 'a, later' }), remove('tag', deleted)])
  await notebook.commit('work', [newTag('d')])
  return { notebook, backup }
}

describe('restoring a backup', () => {
  it('tells what was added, changed and deleted since, field by field', async () => {
    const { notebook, backup } = await workedOn()
    const { changes, missing } = await lookAt(notebook, backup)
    expect(missing).toEqual([])
    expect(changes.map(({ since, fields }) => [since, fields]).sort()).toEqual([
      ['added', []],
      ['changed', [{ field: 'label', was: 'a', is: 'a, later' }]],
      ['deleted', []],
    ])
    await notebook.close()
  })

  it('brings back exactly what is wanted', async () => {
    const wishes: readonly [RestoreWish, string[]][] = [
      [{ deleted: true, changed: false, added: false }, ['a, later', 'b', 'c', 'd']],
      [{ deleted: false, changed: true, added: false }, ['a', 'c', 'd']],
      [{ deleted: false, changed: false, added: true }, ['a, later', 'c']],
      [ALL, ['a', 'b', 'c']],
    ]
    for (const [wish, expected] of wishes) {
      const { notebook, backup } = await workedOn()
      expect((await restore(notebook, await lookAt(notebook, backup), wish)).ok).toBe(true)
      expect(labels(notebook)).toEqual(expected)
      await notebook.close()
    }
  })

  it('is one step that undo takes back, and leaves nothing to restore', async () => {
    const { notebook, backup } = await workedOn()
    await restore(notebook, await lookAt(notebook, backup), ALL)
    expect((await lookAt(notebook, backup)).changes).toEqual([])
    expect(notebook.undoState.get().undo).toBe('restore-backup')
    await notebook.undo()
    expect(labels(notebook)).toEqual(['a, later', 'c', 'd'])
    await notebook.close()
  })

  it('gives a notebook that lost everything its records back with their authors and times', async () => {
    const { notebook: lost, backup } = await workedOn()
    await lost.close()
    const fresh = await open(freshName())
    await restore(fresh, await lookAt(fresh, backup), { ...ALL, added: false })
    expect(labels(fresh)).toEqual(['a', 'b', 'c'])
    expect(await allOf(fresh)).toEqual(backup)
    await fresh.undo()
    expect(labels(fresh)).toEqual([])
    await fresh.close()
  })

  it('merges what was lost and takes back what came since in one step', async () => {
    const { notebook: lost, backup } = await workedOn()
    await lost.close()
    const fresh = await open(freshName())
    await fresh.commit('work', [newTag('new')])
    await restore(fresh, await lookAt(fresh, backup), ALL)
    expect(labels(fresh)).toEqual(['a', 'b', 'c'])
    await fresh.undo()
    expect(labels(fresh)).toEqual(['new'])
    await fresh.close()
  })
})
