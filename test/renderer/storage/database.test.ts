import 'fake-indexeddb/auto'
import { writeBatch } from '@renderer/storage/batch'
import { type NotebookDatabase, openDatabase } from '@renderer/storage/database'
import type { Stamp } from '@shared/base/clock'
import { describe, expect, it } from 'vitest'
import { freshName } from './notebooks'

const NOTHING = { bulk: [], recent: [], packs: [], entries: [] }
const rowOf = (seq: number) => ({ seq, head: { stamp: '' as Stamp, intent: 'edit' }, line: `${seq}` })
const add = (database: NotebookDatabase, ...seqs: number[]) =>
  writeBatch(database, { ...NOTHING, log: seqs.map(rowOf) })

async function openFresh(): Promise<NotebookDatabase> {
  const opened = await openDatabase(freshName())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

describe('writing to the store', () => {
  it('connects again when the browser has cut the connection', async () => {
    const database = await openFresh()
    await add(database, 1)
    database.backendDB().close()
    await add(database, 2)
    database.close({ disableAutoOpen: false })
    await add(database, 3)
    expect(await database.log.count()).toBe(3)
    database.close()
  })

  it('writes nothing of a batch when one of its numbers is taken', async () => {
    const database = await openFresh()
    await add(database, 2)
    await expect(add(database, 1, 2, 3)).rejects.toThrow()
    expect(await database.log.toCollection().primaryKeys()).toEqual([2])
    database.close()
  })

  it('refuses to write once the notebook was closed', async () => {
    const database = await openFresh()
    database.close()
    await expect(add(database, 1)).rejects.toThrow()
  })
})
