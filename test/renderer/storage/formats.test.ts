import 'fake-indexeddb/auto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { edit, remove } from '@shared/changes/compose'
import { FORMAT_VERSION } from '@shared/migrations/migrations'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { allOf, freshName, newTag, open } from './notebooks'

/** A store as some version of the program left it: rows by table, its journal, and what it held. */
interface StoreFixture {
  readonly tables: { readonly [table: string]: readonly object[] }
  readonly journal: { readonly [file: string]: string }
  readonly holds: unknown
}

const TABLES = { log: 'seq', bulk: 'seq', packs: 'number', recent: 'id', meta: 'key', local: 'key' }
const pathOf = (format: number) => join(import.meta.dirname, `../../fixtures/store-format-${format}.json`)
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** Writes the fixture of the present format; once released, a fixture is never written again. */
async function writeFixture(): Promise<void> {
  const name = freshName()
  const files = new MemoryJournalFiles()
  const notebook = await open(name, fakeHost(files))
  const ids = [1, 2, 3].map((number) => `01900000-0000-7000-8000-00000000000${number}`)
  await notebook.commit(
    'create-tags',
    ids.map((id, number) => newTag(`tag ${number}`, id)),
  )
  await notebook.commit('rename-tag', [edit('tag', ids[1]!, { label: 'renamed' })])
  await notebook.commit('delete-tag', [remove('tag', ids[2]!)])
  notebook.local.set('theme', 'dark')
  const holds = await allOf(notebook)
  await notebook.close()
  const database = await new Dexie(name).open()
  const tables: Record<string, object[]> = {}
  for (const table of Object.keys(TABLES)) tables[table] = await database.table(table).toArray()
  database.close()
  const journal = Object.fromEntries(
    [...files.files].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]),
  )
  writeFileSync(pathOf(FORMAT_VERSION), `${JSON.stringify({ tables, journal, holds }, null, 1)}\n`)
}

const formats = Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1)

describe('every format that a store was ever written in', async () => {
  if (!existsSync(pathOf(FORMAT_VERSION))) await writeFixture()

  it.each(formats)('format %i: the store opens with all it held', async (format) => {
    const { tables, holds } = JSON.parse(readFileSync(pathOf(format), 'utf8')) as StoreFixture
    const name = freshName()
    const database = new Dexie(name)
    database.version(1).stores(TABLES)
    for (const table of Object.keys(TABLES)) await database.table(table).bulkAdd([...(tables[table] ?? [])])
    database.close()
    const notebook = await open(name)
    expect(plain(await allOf(notebook))).toEqual(holds)
    expect(notebook.view.all('tag').map(({ fields }) => fields.label)).toEqual(['tag 0', 'renamed'])
    expect(notebook.undoState.get().undo).toBe('delete-tag')
    expect(notebook.local.get('theme')).toBe('dark')
    await notebook.close()
  })

  it.each(formats)('format %i: the journal alone rebuilds all it held', async (format) => {
    const { journal, holds } = JSON.parse(readFileSync(pathOf(format), 'utf8')) as StoreFixture
    const files = new MemoryJournalFiles()
    for (const [file, text] of Object.entries(journal)) files.files.set(file, new TextEncoder().encode(text))
    const notebook = await open(freshName(), fakeHost(files))
    expect(plain(await allOf(notebook))).toEqual(holds)
    await notebook.close()
  })
})
