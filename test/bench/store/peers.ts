import type Dexie from 'dexie'
import { importDB } from 'dexie-export-import'
import type { asRows } from './records'

type Rows = ReturnType<typeof asRows>
const INDEXES = ['articleId', 'kind', 'created'] as const

const answerOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const end = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

async function openRaw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    const rows = request.result.createObjectStore('rows', { keyPath: 'id' })
    for (const index of INDEXES) rows.createIndex(index, index)
    rows.createIndex('tags', 'tags', { multiEntry: true })
    request.result.createObjectStore('packs')
  }
  return answerOf(request)
}

async function withRaw<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const name = `raw-${Math.random()}`
  const database = await openRaw(name)
  const outcome = await work(database)
  database.close()
  await answerOf(indexedDB.deleteDatabase(name))
  return outcome
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** dexie-export-import: one import of a file in its format, two thousand rows a chunk. Milliseconds. */
export async function timeAddon(rows: Rows): Promise<number> {
  const name = `addon-${Math.random()}`
  const data = []
  for (let start = 0; start < rows.length; start += 2000)
    data.push({ tableName: 'rows', inbound: true, rows: rows.slice(start, start + 2000) })
  const table = { name: 'rows', schema: 'id,articleId,kind,created,*tags', rowCount: rows.length }
  const file = {
    formatName: 'dexie',
    formatVersion: 1,
    data: { databaseName: name, databaseVersion: 1, tables: [table], data },
  }
  const blob = new Blob([JSON.stringify(file)], { type: 'text/json' })
  let database: Dexie | null = null
  const time = await timed(async () => {
    database = await importDB(blob, { chunkSizeBytes: 1 << 20 })
  })
  const kept = await (database as unknown as Dexie).table('rows').count()
  if (kept !== rows.length) throw new Error(`The addon imported ${kept} rows.`)
  await (database as unknown as Dexie).delete()
  return time
}

/** Raw IndexedDB: one row a record, four indexes, one strict transaction. Milliseconds. */
export function timeRaw(rows: Rows): Promise<number> {
  return withRaw((database) =>
    timed(() => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      const store = transaction.objectStore('rows')
      for (const row of rows) store.add(row)
      return end(transaction)
    }),
  )
}

/** The floor: a thousand records to a value, no index. Milliseconds to write, and to read all. */
export function timePacked(rows: Rows): Promise<{ readonly write: number; readonly read: number }> {
  return withRaw(async (database) => {
    const write = await timed(() => {
      const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' })
      const packs = transaction.objectStore('packs')
      const encoder = new TextEncoder()
      for (let start = 0; start < rows.length; start += 1000)
        packs.put(encoder.encode(JSON.stringify(rows.slice(start, start + 1000))), start)
      return end(transaction)
    })
    const read = await timed(async () => {
      const packs = await answerOf<Uint8Array[]>(database.transaction('packs').objectStore('packs').getAll())
      const decoder = new TextDecoder()
      for (const pack of packs) JSON.parse(decoder.decode(pack))
    })
    return { write, read }
  })
}

/** The barest safe write: one strict put of a row, and one append of 600 bytes with a flush in the private file system. */
export interface BareWriter {
  /** Milliseconds until the row is on disk. */
  readonly put: (row: Rows[number]) => Promise<number>
  /** Milliseconds until the bytes are on disk, as the worker that writes them sees it. */
  readonly flush: () => Promise<number>
}

/** Runs work that may write barely. */
export function withBareWriter<T>(work: (writer: BareWriter) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('./flush.worker.ts', import.meta.url), { type: 'module' })
  return withRaw(async (database) => {
    const put = (row: Rows[number]) =>
      timed(() => {
        const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' })
        transaction.objectStore('packs').put(row, row.id)
        return end(transaction)
      })
    const flush = () =>
      new Promise<number>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data)
        worker.postMessage(null)
      })
    await flush()
    const outcome = await work({ put, flush })
    worker.terminate()
    return outcome
  })
}
