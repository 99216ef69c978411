import { fail, ok, type Result } from '@shared/base/result'
import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { BulkRow, LogRow, MetaRow, PackRow, RecentRow } from './rows'

const STORE_VERSION = 1
/** Dexie multiplies its version numbers by ten for the browser. */
const NATIVE_VERSION = STORE_VERSION * 10

/**
 * The notebook's tables. IndexedDB pays per row and per index: records that rest are packed by the thousand
 * (`packs`), `recent` holds those that changed since, and nothing has a secondary index. `log` is the truth: every
 * entry in the order it came; long entries keep their line in `bulk`. Everything else is derived from it.
 */
export class NotebookDatabase extends Dexie {
  readonly isInMemory: boolean
  /** Whether the browser emptied the store while it was in use (site data cleared, damage that it mends by deleting). */
  isEmptied = false
  #holdsNotebook = false
  declare readonly log: Table<LogRow, number>
  declare readonly bulk: Table<BulkRow, number>
  declare readonly packs: Table<PackRow, number>
  declare readonly recent: Table<RecentRow, string>
  declare readonly meta: Table<MetaRow, string>
  declare readonly local: Table<MetaRow, string>

  constructor(name: string, place: Partial<Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>> = {}) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...place })
    this.isInMemory = 'indexedDB' in place
    this.version(STORE_VERSION).stores({
      log: 'seq',
      bulk: 'seq',
      packs: 'number',
      recent: 'id',
      meta: 'key',
      local: 'key',
    })
    this.on('ready', () => this.#refuseEmptied(), true)
  }

  /** From now on a connection that is made anew must find the notebook there. */
  expectNotebook(): void {
    this.#holdsNotebook = true
  }

  /** What was written into an emptied store would pass for the whole notebook, also in snapshots of the journal. */
  async #refuseEmptied(): Promise<void> {
    if (!this.#holdsNotebook || (await this.meta.get('contributor'))) return
    this.isEmptied = true
    throw new Error('The browser has emptied the store.')
  }

  /** A transaction of the browser's own, on disk when it completes; a connection that the browser cut is made anew. */
  async beginWriting(tables: readonly string[]): Promise<IDBTransaction> {
    if (!this.isOpen()) await this.#reopen()
    const begin = () => this.backendDB().transaction([...tables], 'readwrite', { durability: 'strict' })
    try {
      return begin()
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error
      this.close({ disableAutoOpen: false })
      await this.#reopen()
      return begin()
    }
  }

  /** Any read connects anew, and rejects when this end has closed the notebook. */
  async #reopen(): Promise<void> {
    await this.meta.get('format')
  }
}

/** Opens the database, or says in a sentence why it cannot be. Failures: `store-newer`, `store-blocked`. */
export async function openDatabase(name: string): Promise<Result<NotebookDatabase>> {
  const database = new NotebookDatabase(name)
  try {
    await database.open()
  } catch (error) {
    return isVersionError(error) ? newerStore() : blockedStore()
  }
  if (database.backendDB().version <= NATIVE_VERSION) return ok(database)
  database.close()
  return newerStore()
}

const isVersionError = (error: unknown) => error instanceof Error && error.name === 'VersionError'

/** The refusal of a notebook that a later program has written. */
export function newerStore() {
  return fail(
    'store-newer',
    'This notebook was written by a newer version of Florilegium: install that version to open it. Nothing was changed.',
  )
}

/** A database that lives as long as the window, for when the browser keeps none. */
export async function openInMemory(name: string): Promise<NotebookDatabase> {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb')
  const database = new NotebookDatabase(name, { indexedDB: new IDBFactory(), IDBKeyRange })
  await database.open()
  return database
}

function blockedStore() {
  return fail('store-blocked', 'This browser does not let the page keep data.')
}
