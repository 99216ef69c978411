import { type Lane, takeLane } from '@renderer/windows/locks'
import { TakingTurns } from '@renderer/windows/taking-turns'
import { createClock, timeOf } from '@shared/base/clock'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import type { HostApi } from '@shared/host/host-api'
import { isReadable } from '@shared/migrations/migrate'
import { FORMAT_VERSION } from '@shared/migrations/migrations'
import { parseEntry } from '@shared/notebook/entry'
import { describeCrossed } from './crossed-edits'
import { type NotebookDatabase, newerStore, openDatabase, openInMemory } from './database'
import { JournalLink } from './journal-link'
import { loadRecords } from './load'
import { StoredSettings } from './local-settings'
import { LogFollower, readLastSeq } from './log-follower'
import { LogReader } from './log-reader'
import { meetJournal, reconcile } from './meet-journal'
import type { Notebook, Progress } from './notebook'
import { NotebookState } from './notebook-state'
import { createObservable } from './observable'
import { readJournal } from './read-journal'
import { type Copies, explainApart, explainJournalFailure, LACKING } from './save-status'
import { Saver } from './saver'
import { SnapshotKeeper } from './snapshot'
import { type NotebookParts, StoredNotebook } from './stored-notebook'
import { writerOf } from './take-in'
import { tidyPacks } from './tidy'
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
 * Opens the notebook of this machine, making an empty one at the first time; a notebook whose store is gone is
 * rebuilt from the journal first. While it is already shown, store and journal compare their last entries, and
 * nothing is written before they agree. Where the browser's store cannot be used the notebook is held in memory,
 * and what the journal has is in it. Failure: `store-newer`.
 */
export async function openNotebook(host: HostApi, options: OpenOptions = {}): Promise<Result<Notebook>> {
  const { name = DEFAULT_NOTEBOOK } = options
  const opened = await openDatabase(name)
  if (!opened.ok && opened.error.code !== 'store-blocked') return opened
  if (opened.ok) {
    try {
      return await openOver(opened.value, host, options)
    } catch (error) {
      // Nothing was written: the store stays as it is, to be read another time.
      console.error('The store cannot be read.', error)
    }
  }
  return openOver(await openInMemory(name), host, options)
}

async function openOver(
  database: NotebookDatabase,
  host: HostApi,
  options: OpenOptions,
): Promise<Result<Notebook>> {
  const place = { lane: await takeLane(database.name), turns: new TakingTurns(database.name) }
  const letGo = () => {
    database.close()
    return leave(place)
  }
  try {
    const ready = await new Promise<Result<Notebook>>((resolve, reject) => {
      place.turns.run(() => openInTurn(database, host, place, options, resolve)).catch(reject)
    })
    if (!ready.ok) await letGo()
    return ready
  } catch (error) {
    await letGo()
    throw error
  }
}

/** This window among those that are open on the notebook. */
interface Place {
  readonly lane: Lane
  readonly turns: TakingTurns
}

async function leave({ lane, turns }: Place): Promise<void> {
  lane.leave()
  await turns.close()
}

async function openInTurn(
  database: NotebookDatabase,
  host: HostApi,
  place: Place,
  options: OpenOptions,
  answer: (ready: Result<Notebook>) => void,
): Promise<void> {
  const format = await database.meta.get('format')
  if (format && !isReadable(format.value)) return answer(newerStore())
  const journal = new JournalLink(host)
  const contributor = await settleIdentity(database, journal)
  if (!contributor.ok) return answer(contributor)
  database.expectNotebook()
  const { parts, loaded, notices } = await assemble(database, journal, contributor.value, place, options)
  const notebook = new StoredNotebook(parts)
  const isFresh = parts.follower.lastSeq === 0
  if (!isFresh) answer(ok(notebook))
  // Before anything is healed: other windows hear of it.
  parts.follower.start()
  const { found, isLeftAlone } = await meetAndNote(parts, options.onProgress)
  const copies = copiesOf(database, journal)
  parts.saver.status.keptIn(copies)
  const lacking = copies === 'both' || isLeftAlone ? [] : [LACKING[copies]]
  notices.set([...notices.get(), ...lacking, ...found])
  if (isFresh) answer(ok(notebook))
  // After the lock is free again.
  setTimeout(() => void tidyPacks(parts, loaded).catch(() => undefined), 0)
}

/** What the meeting of store and journal found, in sentences, and whether the journal is not ours to write to. */
async function meetAndNote(
  parts: NotebookParts,
  progress?: Progress,
): Promise<{ readonly found: readonly string[]; readonly isLeftAlone: boolean }> {
  const met = await meetJournal(parts, progress).catch((error) => ({
    ok: false as const,
    error: explainApart(error),
  }))
  if (met.ok) return { found: met.value, isLeftAlone: false }
  const { code, message } = met.error
  if (code === 'journal-refused') return { found: [], isLeftAlone: false }
  if (code === 'journal-newer') {
    parts.journal.leaveAlone()
    return { found: [message], isLeftAlone: true }
  }
  parts.journal.isInStep = false
  parts.saver.report(explainJournalFailure(met.error))
  return { found: [`The safety copy cannot be used now: ${message}`], isLeftAlone: false }
}

function copiesOf({ isInMemory }: NotebookDatabase, { host }: JournalLink): Copies {
  if (isInMemory) return host ? 'journal' : 'none'
  return host ? 'both' : 'store'
}

async function assemble(
  database: NotebookDatabase,
  journal: JournalLink,
  contributor: Id,
  place: Place,
  { onProgress, contributorName = 'Researcher', now = Date.now }: OpenOptions,
) {
  const reader = new LogReader(database)
  const state = new NotebookState(reader)
  const undoLog = new UndoLog(contributor)
  const settings = new StoredSettings(database)
  const lastSeq = await readLastSeq(database)
  const [loaded, latestStep] = await Promise.all([
    loadRecords(database, state, onProgress),
    undoLog.load(database, lastSeq),
    settings.load(),
  ])
  const clock = createClock(contributor, now, place.lane.number)
  for (const stamp of [loaded.latestStamp, latestStep]) if (stamp !== null) clock.observe(stamp)
  const follower = new LogFollower(lastSeq, { database, reader, state, undoLog, clock })
  const { turns } = place
  turns.arrive = () => follower.catchUp()
  const notices = createObservable<readonly string[]>([])
  follower.onCrossed = (records) => {
    const sentences = records.map((record) => describeCrossed(state.memory, record, now()))
    notices.set([...new Set([...notices.get(), ...sentences])])
  }
  const saver = new Saver({
    database,
    state,
    turns,
    journal,
    follower,
    undoLog,
    now,
    reconcile: () => reconcile(parts),
    onSaved: () => snapshots.consider(),
  })
  if (loaded.latestStamp !== null) saver.status.saved(Math.min(timeOf(loaded.latestStamp), now()))
  const parts: NotebookParts = {
    database,
    clock,
    state,
    reader,
    follower,
    journal,
    saver,
    undoLog,
    settings,
    notices,
    contributorName,
    release: () => {
      snapshots.stop()
      return leave(place)
    },
  }
  const snapshots = new SnapshotKeeper(parts)
  return { parts, loaded, notices }
}

/**
 * Who writes on this machine: kept with the store; where the store is gone, the journal still knows. A journal that a
 * newer program wrote cannot be made into a store. Failure: `store-newer`.
 */
async function settleIdentity(database: NotebookDatabase, journal: JournalLink): Promise<Result<Id>> {
  const kept = await database.meta.get('contributor')
  if (kept) return ok(kept.value as Id)
  const writer = await findWriter(journal)
  if (!writer.ok) return writer
  const contributor = writer.value ?? newId()
  await database.meta.bulkPut([
    { key: 'contributor', value: contributor },
    { key: 'format', value: FORMAT_VERSION },
  ])
  return ok(contributor)
}

/** The writer of the journal's last readable entry. */
async function findWriter(journal: JournalLink): Promise<Result<Id | null>> {
  if (!journal.host || !(await journal.open()).ok || journal.lastSeq === 0) return ok(null)
  let writer: Id | null = null
  const read = await readJournal(journal.host, 1, journal.snapshotSeq, async (entries) => {
    const parsed = entries.length > 0 ? parseEntry(entries[0]!.line) : null
    if (parsed?.ok) writer = writerOf(parsed.value)
  })
  return !read.ok && read.error.code === 'journal-newer' ? newerStore() : ok(writer)
}
