import type { Stamp } from '@shared/base/clock'
import { ok, type Result } from '@shared/base/result'
import type { JournalDamage, JournalEntry } from '@shared/host/host-api'
import { readLines } from './log-lines'
import type { Progress } from './notebook'
import { readJournal } from './read-journal'
import { writeSnapshot } from './snapshot'
import type { NotebookParts } from './stored-notebook'
import { EntrySorter, type NumberedEntry, takeIn } from './take-in'

/** What the meeting of store and journal found, in sentences for the user. */
export type Findings = readonly string[]

/**
 * Brings store and journal to the same last entry: whichever is behind gets from the other what it lacks, and a
 * journal with damage gets a fresh snapshot. The caller holds the lock.
 */
export async function meetJournal(parts: NotebookParts, progress?: Progress): Promise<Result<Findings>> {
  const { journal, follower } = parts
  if (!journal.host) return ok([])
  const opened = await journal.open()
  if (!opened.ok) return opened
  const found = new Set(opened.value.map(({ message }) => message))
  const storeWas = follower.lastSeq
  const parted = await haveParted(parts)
  if (!parted.ok) return parted
  if (parted.value) {
    const joined = await reconcile(parts)
    if (!joined.ok) return joined
    found.add('The notebook and its safety copy had parted; both now hold everything.')
  } else if (journal.lastSeq > storeWas) {
    const healed = await healStore(parts, storeWas + 1, progress)
    if (!healed.ok) return healed
    for (const sentence of healed.value) found.add(sentence)
  }
  const wasEmpty = journal.lastSeq === 0
  const given = await healJournal(parts, opened.value)
  if (given.ok && wasEmpty && storeWas > 0)
    found.add('The safety copy was missing and was made anew from the notebook.')
  if (!given.ok) return given
  journal.isInStep = true
  return ok([...found])
}

/** The journal is ahead: the store takes from it what it lacks. */
async function healStore(
  parts: NotebookParts,
  fromSeq: number,
  progress?: Progress,
): Promise<Result<Findings>> {
  const { journal } = parts
  const total = journal.lastSeq
  const sorter = new EntrySorter()
  let taken = 0
  const read = await readJournal(journal.host!, fromSeq, journal.snapshotSeq, async (lines) => {
    const complete = sorter.sort(lines)
    await takeIn(parts, await unknownOnes(parts, complete))
    taken += complete.length
    progress?.(Math.min(lines.at(-1)?.seq ?? 0, total), total)
  })
  if (!read.ok) return read
  const found = [...read.value.map(({ message }) => message), ...sorter.sentences]
  if (fromSeq === 1 && taken > 0)
    found.push(`The notebook was rebuilt from its safety copy (${taken.toLocaleString('en')} changes).`)
  return ok(found)
}

/** A retry may have put one entry into the journal under two numbers: it counts once. */
async function unknownOnes(
  parts: NotebookParts,
  entries: readonly NumberedEntry[],
): Promise<NumberedEntry[]> {
  const seen = new Set<string>()
  return entries.filter(({ line, entry }) => {
    if (entry.kind === 'absorbed') return true
    if (seen.has(line) || parts.undoLog.rowsOf(entry.transaction.stamp)) return false
    seen.add(line)
    return true
  })
}

/** The journal is behind, or damaged: it gets the entries it lacks, or everything anew. */
async function healJournal(parts: NotebookParts, damage: readonly JournalDamage[]): Promise<Result<null>> {
  const { database, journal, follower } = parts
  if (damage.some(({ kind }) => kind !== 'torn')) return writeSnapshot(parts, follower.lastSeq)
  if (journal.lastSeq >= follower.lastSeq) return ok(null)
  const entries: JournalEntry[] = []
  let expected = journal.lastSeq + 1
  for await (const entry of readLines(database, expected, follower.lastSeq)) {
    if (entry.seq !== expected) return writeSnapshot(parts, follower.lastSeq)
    entries.push(entry)
    expected = entry.seq + 1
  }
  const appended = await journal.append(entries)
  if (appended.ok) return appended
  journal.forget()
  return writeSnapshot(parts, follower.lastSeq)
}

/** Whether the last entry that both should have differs: then they are not the same record any more. */
async function haveParted({ database, journal, follower }: NotebookParts): Promise<Result<boolean>> {
  const common = Math.min(journal.lastSeq, follower.lastSeq)
  if (common === 0) return ok(false)
  const read = await journal.host!.read(common)
  if (!read.ok) return read
  const theirs = read.value.items[0]
  if (theirs?.seq !== common) return ok(false)
  for await (const ours of readLines(database, common, common)) return ok(ours.line !== theirs.line)
  return ok(true)
}

/** Joins a store and a journal that went different ways: the store takes in all it lacks, then the journal starts anew from it. */
export async function reconcile(parts: NotebookParts): Promise<Result<null>> {
  const { database, journal, follower } = parts
  if (!journal.host) return ok(null)
  journal.isInStep = false
  const opened = await journal.open()
  if (!opened.ok) return opened
  const known = new Set<Stamp>()
  await database.log.each(({ head }) => known.add(head.stamp))
  const sorter = new EntrySorter()
  let next = Math.max(follower.lastSeq, journal.lastSeq) + 1
  const read = await readJournal(journal.host, 1, journal.snapshotSeq, async (lines) => {
    const lacking = sorter.sort(lines).filter(({ entry }) => {
      return !known.has(entry.kind === 'transaction' ? entry.transaction.stamp : entry.part.group)
    })
    for (const { entry } of lacking) if (entry.kind === 'transaction') known.add(entry.transaction.stamp)
    await takeIn(
      parts,
      lacking.map((numbered) => ({ ...numbered, seq: next++ })),
    )
  })
  if (!read.ok) return read
  const written = await writeSnapshot(parts, follower.lastSeq)
  if (!written.ok) return written
  journal.forget()
  journal.isInStep = true
  return written
}
