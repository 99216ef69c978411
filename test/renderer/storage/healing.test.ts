import 'fake-indexeddb/auto'
import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import { encodeLine } from '@shared/journal/line'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

/** A notebook with some history in store and journal, closed again. */
async function written(edits = 20) {
  const name = freshName()
  const files = new MemoryJournalFiles()
  const notebook = await open(name, fakeHost(files))
  const ids = Array.from({ length: 3 }, newId)
  for (const id of ids) await notebook.commit('create-tag', [newTag('new', id)])
  for (let step = 0; step < edits; step += 1)
    await notebook.commit('rename-tag', [edit('tag', ids[step % 3]!, { label: `step ${step}` })])
  await notebook.undo()
  const all = await allOf(notebook)
  const { contributor } = notebook
  await notebook.close()
  return { name, files, all, contributor }
}

const segmentOf = (files: MemoryJournalFiles) =>
  [...files.files.keys()].find((name) => name.startsWith('entries'))!

/** Makes the journal's entries from number `from` on those of a newer program. */
function makeNewer(files: MemoryJournalFiles, from: number): void {
  files.spoil(segmentOf(files), (bytes) => {
    const lines = new TextDecoder().decode(bytes).trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as { seq: number; data: object })
    return Uint8Array.from(
      entries.flatMap(({ seq, data }) => [
        ...encodeLine(seq, JSON.stringify(seq < from ? data : { ...data, format: 99 })).bytes,
      ]),
    )
  })
}

/** Everything in a store, table by table. */
async function rowsOf(name: string): Promise<unknown> {
  const database = await new Dexie(name).open()
  const rows = await Promise.all(
    database.tables.map(async (table) => [
      table.name,
      await table.toCollection().keys(),
      await table.toArray(),
    ]),
  )
  database.close()
  return rows
}

describe('healing', () => {
  it('rebuilds a notebook whose store is gone, with its contributor and its undo', async () => {
    const { name, files, all, contributor } = await written()
    await Dexie.delete(name)
    const again = await open(name, fakeHost(files))
    expect(await allOf(again)).toEqual(all)
    expect(again.contributor).toBe(contributor)
    expect(again.undoState.get()).toEqual({ undo: 'rename-tag', redo: 'rename-tag' })
    expect(again.notices.get()).toEqual([
      expect.stringMatching(/^The notebook was rebuilt from its safety copy \(24 /),
    ])
    await again.close()
    const third = await open(name, fakeHost(files))
    expect(await allOf(third)).toEqual(all)
    await third.close()
  })

  it('gives a journal that is gone everything anew', async () => {
    const { name, all } = await written()
    const empty = new MemoryJournalFiles()
    const again = await open(name, fakeHost(empty))
    await again.commit('create-tag', [newTag('after')])
    expect(again.notices.get()).toEqual(['The safety copy was missing and was made anew from the notebook.'])
    const after = await allOf(again)
    await again.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(empty))
    expect(await allOf(rebuilt)).toEqual(after)
    expect(after.length).toBe(all.length + 1)
    await rebuilt.close()
  })

  it('cuts a torn last entry, says so, and writes it again from the store', async () => {
    const { name, files, all } = await written()
    files.spoil(segmentOf(files), (bytes) => bytes.slice(0, -20))
    const again = await open(name, fakeHost(files))
    await again.flush()
    await again.commit('create-tag', [newTag('after')])
    expect(again.notices.get().join()).toMatch(/unfinished and was cut/)
    const after = await allOf(again)
    await again.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(files))
    expect(await allOf(rebuilt)).toEqual(after)
    expect(after.length).toBe(all.length + 1)
    await rebuilt.close()
  })

  it('names an entry with a flipped bit, and heals it from the store', async () => {
    const { name, files, all } = await written()
    files.spoil(segmentOf(files), (bytes) => {
      bytes[Math.floor(bytes.length / 2)]! ^= 4
      return bytes
    })
    const again = await open(name, fakeHost(files))
    await again.commit('create-tag', [newTag('after')])
    expect(again.notices.get().join()).toMatch(/is damaged and was skipped/)
    const after = await allOf(again)
    await again.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(files))
    expect(await allOf(rebuilt)).toEqual(after)
    expect(after.length).toBe(all.length + 1)
    await rebuilt.close()
  })

  it('keeps everything of a store and a journal that went different ways', async () => {
    const one = await written(4)
    const other = await written(6)
    const joined = await open(one.name, fakeHost(other.files))
    await joined.flush()
    await joined.commit('create-tag', [newTag('after')])
    const ids = (await allOf(joined)).map(({ id }) => id)
    for (const { id } of [...one.all, ...other.all]) expect(ids).toContain(id)
    await joined.close()
    await Dexie.delete(one.name)
    const rebuilt = await open(one.name, fakeHost(other.files))
    expect((await allOf(rebuilt)).map(({ id }) => id)).toEqual(ids)
    await rebuilt.close()
  })

  it('keeps a change in memory while the journal’s disk is full, says so, and saves it when there is space', async () => {
    const name = freshName()
    const files = new MemoryJournalFiles()
    const notebook = await open(name, fakeHost(files))
    await notebook.commit('create-tag', [newTag('before')])
    files.space = 0
    const id = newId()
    const made = await notebook.commit('create-tag', [newTag('kept', id)])
    expect(made).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(notebook.saveState.get()).toMatchObject({ state: 'failing', waiting: 1 })
    expect(notebook.view.find('tag', id)?.fields.label).toBe('kept')
    // Wished once more it is there already, but not safe: whoever holds a draft of it must keep it.
    const again = await notebook.commit('rename-tag', [edit('tag', id, { label: 'kept' })])
    expect(again).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    files.space = Number.POSITIVE_INFINITY
    await notebook.flush()
    expect(notebook.saveState.get().state).toBe('saved')
    const known = await notebook.commit('rename-tag', [edit('tag', id, { label: 'kept' })])
    expect(known).toEqual({ ok: true, value: null })
    await notebook.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(files))
    expect(rebuilt.view.find('tag', id)?.fields.label).toBe('kept')
    await rebuilt.close()
  })

  it('refuses a store of a newer program and leaves it as it was', async () => {
    const name = freshName()
    await (await open(name)).close()
    const database = await new Dexie(name).open()
    await database.table('meta').put({ key: 'format', value: 99 })
    database.close()
    const before = await rowsOf(name)
    const files = new MemoryJournalFiles()
    await expect(open(name, fakeHost(files))).rejects.toThrow(/newer version of Florilegium/)
    expect(await rowsOf(name)).toEqual(before)
    expect(files.files.size).toBe(0)
  })

  it('refuses to rebuild a notebook from the journal of a newer program, and leaves that as it was', async () => {
    const { name, files, contributor } = await written()
    await Dexie.delete(name)
    const older = new Map(files.files)
    makeNewer(files, 20)
    const before = new Map(files.files)
    await expect(open(name, fakeHost(files))).rejects.toThrow(/newer version of Florilegium/)
    await expect(open(name, fakeHost(files))).rejects.toThrow(/newer version of Florilegium/)
    expect(files.files).toEqual(before)
    // As the newer program would read it.
    for (const [file, bytes] of older) files.files.set(file, bytes)
    const again = await open(name, fakeHost(files))
    expect(again.contributor).toBe(contributor)
    await again.close()
  })

  it('leaves a journal alone that a newer program carried on, and goes on with the store', async () => {
    const { name, files } = await written(4)
    const store = await open(name, fakeHost(new MemoryJournalFiles()))
    const kept = await allOf(store)
    await store.close()
    const ahead = await open(`${name}-ahead`, fakeHost(files))
    await ahead.commit('create-tag', [newTag('newer')])
    await ahead.close()
    makeNewer(files, 8)
    const before = new Map(files.files)
    const again = await open(name, fakeHost(files))
    await again.absorb({ histories: [], notes: [] })
    const id = newId()
    expect((await again.commit('create-tag', [newTag('after', id)])).ok).toBe(true)
    expect(again.notices.get()).toEqual([expect.stringMatching(/newer version .* left as it is/)])
    expect(again.saveState.get()).toMatchObject({ state: 'saved', only: 'store' })
    expect(await allOf(again)).toHaveLength(kept.length + 1)
    expect(files.files).toEqual(before)
    await again.close()
  })
})
