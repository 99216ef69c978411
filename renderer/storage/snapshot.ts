import { ok, type Result } from '@shared/base/result'
import { readLines } from './log-lines'
import { writeSnapshotLine } from './read-journal'
import type { NotebookParts } from './stored-notebook'

/** At least: a snapshot is written when the journal has grown by this many bytes since the last. */
const SNAPSHOT_AFTER = 16_000_000
/** A snapshot waits until nothing was saved for so long, in milliseconds: it reads the whole log, and edits come first. */
const QUIET = 2_000
/** Once due it waits no longer than this, in milliseconds, however busy the notebook is. */
const MOST_WAIT = 300_000
/** UTF-16 units handed to the host at a time. */
const RUN_LENGTH = 2_000_000
/** Between two runs an edit that was just saved makes the snapshot wait so long, in milliseconds, ... */
const PAUSE = 50
/** ... and edit after edit no more than so many times. */
const MOST_PAUSES = 10

/**
 * Writes everything up to the entry `seq` as a snapshot of the journal, which lets go of older files. `pause` is
 * waited for between one run of lines and the next.
 */
export async function writeSnapshot(
  { database, journal }: Pick<NotebookParts, 'database' | 'journal'>,
  seq: number,
  pause: () => Promise<void> = async () => undefined,
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
    await pause()
  }
  const written = await host.writeSnapshot(ticket.value, run)
  if (!written.ok) return written
  const committed = await host.commitSnapshot(ticket.value)
  if (!committed.ok) return committed
  journal.stand(committed.value)
  return ok(null)
}

type SnapshotParts = Pick<NotebookParts, 'database' | 'journal' | 'follower' | 'saver'>

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Writes a snapshot now and then: each time that the journal has grown as much again as the snapshot is long. */
export class SnapshotKeeper {
  readonly #parts: SnapshotParts
  #after = SNAPSHOT_AFTER
  #isBusy = false
  #timer: ReturnType<typeof setTimeout> | null = null
  /** By the monotonic clock, in milliseconds. */
  #lastSave = Number.NEGATIVE_INFINITY
  #dueSince: number | null = null

  constructor(parts: SnapshotParts) {
    this.#parts = parts
  }

  /** Called when all is saved. A snapshot that fails is tried again after the next save: entries alone are enough. */
  consider(): void {
    const now = performance.now()
    this.#lastSave = now
    if (this.#isBusy || this.#parts.journal.bytesSinceSnapshot < this.#after) return
    this.#dueSince ??= now
    if (this.#timer !== null) clearTimeout(this.#timer)
    const left = Math.max(0, this.#dueSince + MOST_WAIT - now)
    this.#timer = setTimeout(() => this.#begin(), Math.min(QUIET, left))
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
        this.#dueSince = null
      })
  }

  async #write(): Promise<void> {
    const { journal, follower, saver } = this.#parts
    const grown = journal.bytesSinceSnapshot
    // Under the lock nothing is half written; the log up to here never changes, so the rest needs no lock.
    const seq = await saver.exclusively(async () => {
      // A snapshot speaks for all up to its number: not while the store may lack what the journal has.
      return journal.isInStep ? Math.min(follower.lastSeq, journal.lastSeq) : 0
    })
    const written = await writeSnapshot(this.#parts, seq, () => this.#letEditsGoFirst())
    if (written.ok) this.#after = Math.max(SNAPSHOT_AFTER, grown)
  }

  /** Edits share the store and the journal with a snapshot under way, and each would wait for its run. */
  async #letEditsGoFirst(): Promise<void> {
    for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
      const { state } = this.#parts.saver.status.state.get()
      if (state !== 'saving' && performance.now() - this.#lastSave >= PAUSE) return
      await sleep(PAUSE)
    }
  }
}
