import { createClock, timeOf } from '@shared/base/clock'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import type { HostApi } from '@shared/host/host-api'
import { isReadable } from '@shared/migrations/migrate'
import { FORMAT_VERSION } from '@shared/migrations/migrations'
import { type NotebookDatabase, newerStore, openDatabase } from './database'
import { JournalLink } from './journal-link'
import { loadRecords } from './load'
import { StoredSettings } from './local-settings'
import { exclusively, takeLane } from './locks'
import { LogFollower, readLastSeq } from './log-follower'
import { LogReader } from './log-reader'
import type { Notebook, Progress } from './notebook'
import { NotebookState } from './notebook-state'
import { createObservable } from './observable'
import { Saver } from './saver'
import { StoredNotebook } from './stored-notebook'
import { UndoLog } from './undo-log'

export interface OpenOptions {
  /** Name of the database; one name is one notebook. */
  readonly name?: string
  /** Told while a large notebook is read or rebuilt. */
  readonly onProgress?: Progress
  /** What the contributor is called until they say otherwise. */
  readonly contributorName?: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

export const DEFAULT_NOTEBOOK = 'florilegium'

/**
 * Opens the notebook of this machine, making an empty one at the first time. Failures: `store-newer`,
 * `store-blocked`, and those of a journal that must be read because the store is gone.
 */
export async function openNotebook(host: HostApi, options: OpenOptions = {}): Promise<Result<Notebook>> {
  const { name = DEFAULT_NOTEBOOK } = options
  const opened = await openDatabase(name)
  if (!opened.ok) return opened
  const lane = await takeLane(name)
  const ready = await exclusively(name, () => openInTurn(opened.value, host, lane, options))
  if (!ready.ok) {
    lane.leave()
    opened.value.close()
  }
  return ready
}

async function openInTurn(
  database: NotebookDatabase,
  host: HostApi,
  lane: { readonly number: number; readonly leave: () => void },
  { onProgress, contributorName = 'Researcher', now = Date.now }: OpenOptions,
): Promise<Result<StoredNotebook>> {
  const format = await database.meta.get('format')
  if (format && !isReadable(format.value)) return newerStore()
  const contributor = await settleIdentity(database)
  const reader = new LogReader(database)
  const state = new NotebookState(reader)
  const undoLog = new UndoLog(contributor)
  const settings = new StoredSettings(database)
  const lastSeq = await readLastSeq(database)
  const [loaded] = await Promise.all([
    loadRecords(database, state, onProgress),
    undoLog.load(database, lastSeq),
    settings.load(),
  ])
  const clock = createClock(contributor, now, lane.number)
  if (loaded.latestStamp !== null) clock.observe(loaded.latestStamp)
  const journal = new JournalLink(host)
  const follower = new LogFollower(lastSeq, { database, reader, state, undoLog, clock })
  const saver = new Saver({
    database,
    state,
    journal,
    follower,
    undoLog,
    now,
    reconcile: async () => ok(null),
  })
  if (loaded.latestStamp !== null) saver.status.saved(timeOf(loaded.latestStamp))
  await journal.open()
  follower.start()
  const notebook = new StoredNotebook({
    database,
    clock,
    state,
    reader,
    follower,
    journal,
    saver,
    undoLog,
    settings,
    notices: createObservable<readonly string[]>([]),
    contributorName,
    release: lane.leave,
  })
  return ok(notebook)
}

/** Who writes on this machine: made once, and kept with the store. */
async function settleIdentity(database: NotebookDatabase): Promise<Id> {
  const kept = await database.meta.get('contributor')
  if (kept) return kept.value as Id
  const contributor = newId()
  await database.meta.bulkPut([
    { key: 'contributor', value: contributor },
    { key: 'format', value: FORMAT_VERSION },
  ])
  return contributor
}
