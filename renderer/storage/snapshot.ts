import { ok, type Result } from '@shared/base/result'
import { readLines } from './log-lines'
import { writeSnapshotLine } from './read-journal'
import type { NotebookParts } from './stored-notebook'

/** At least: a snapshot is written when the journal has grown by this many bytes since the last. */
const SNAPSHOT_AFTER = 16_000_000
/** A snapshot waits until nothing was saved for so long, in milliseconds: it reads the whole log, and edits come first. */
const QUIET = 2_000
/** A journal that has grown to this many times its due waits no longer. */
const OVERDUE = 4
/** UTF-16 units handed to the host at a time. */
const RUN_LENGTH = 2_000_000

/** Writes everything up to the entry `seq` as a snapshot of the journal, which lets go of older files. */
export async function writeSnapshot(
  { database, journal }: Pick<NotebookParts, 'database' | 'journal'>,
  seq: number,
): Promise<Result<null>> {
  const { host } = journal
  if (!host || seq === 0) return ok(null)
  const ticket = await host.beginSnapshot(seq)
  if (!ticket.ok) return ticket
  let run: string[] = []
  let length = 0
  for await (const entry of readLines(database, 1, seq)) {
    const line = writeSnapshotLine(entry)
    run.push(line)
    length += line.length
    if (length < RUN_LENGTH) continue
    const written = await host.writeSnapshot(ticket.value, run)
    if (!written.ok) return written
    run = []
    length = 0
  }
  const written = await host.writeSnapshot(ticket.value, run)
  if (!written.ok) return written
  const committed = await host.commitSnapshot(ticket.value)
  if (!committed.ok) return committed
  journal.stand(committed.value)
  return ok(null)
}

type SnapshotParts = Pick<NotebookParts, 'database' | 'journal' | 'follower' | 'saver'>

/** Writes a snapshot now and then: each time that the journal has grown as much again as the snapshot is long. */
export class SnapshotKeeper {
  readonly #parts: SnapshotParts
  #after = SNAPSHOT_AFTER
  #isBusy = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(parts: SnapshotParts) {
    this.#parts = parts
  }

  /** Called when all is saved. A snapshot that fails is tried again after the next save: entries alone are enough. */
  consider(): void {
    const { bytesSinceSnapshot } = this.#parts.journal
    if (this.#isBusy || bytesSinceSnapshot < this.#after) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#begin(), bytesSinceSnapshot < this.#after * OVERDUE ? QUIET : 0)
  }

  /** Begins no other snapshot. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#isBusy = true
  }

  #begin(): void {
    this.#isBusy = true
    void this.#write()
      .catch(() => undefined)
      .finally(() => {
        this.#isBusy = false
      })
  }

  async #write(): Promise<void> {
    const { journal, follower, saver } = this.#parts
    const grown = journal.bytesSinceSnapshot
    // Under the lock nothing is half written; the log up to here never changes, so the rest needs no lock.
    const seq = await saver.exclusively(async () => Math.min(follower.lastSeq, journal.lastSeq))
    const written = await writeSnapshot(this.#parts, seq)
    if (written.ok) this.#after = Math.max(SNAPSHOT_AFTER, grown)
  }
}
