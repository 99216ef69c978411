import { type Failure, fail, ok, type Result } from '@shared/base/result'
import type { HostApi, JournalDamage, JournalEntry, JournalHost, JournalState } from '@shared/host/host-api'
import { writeFailure } from '@shared/journal/journal-files'

/** Bytes (about) handed to the host at a time. */
const RUN_LENGTH = 4_000_000

/** The notebook's side of the journal: keeps what could not be appended yet, and where the journal stands. */
export class JournalLink {
  /** Number of the journal's last entry, as far as this window knows. */
  lastSeq = 0
  snapshotSeq = 0
  bytesSinceSnapshot = 0
  /** Null where the machine keeps no journal. */
  host: JournalHost | null
  /**
   * False once store and journal are known to differ: then nothing is appended until they were brought together. An
   * entry behind what one of them lacks would make both look as if they agreed.
   */
  isInStep = true
  #waiting: JournalEntry[] = []

  constructor(host: HostApi) {
    this.host = host.capabilities.journal ? host.journal : null
  }

  /** Entries that are in the store, but not in the journal yet. */
  get waiting(): readonly JournalEntry[] {
    return this.#waiting
  }

  /** Whether the journal lacks something that it should have. */
  get isBehind(): boolean {
    return this.host !== null && (!this.isInStep || this.#waiting.length > 0)
  }

  /** Asks the host where the journal stands. */
  async open(): Promise<Result<readonly JournalDamage[]>> {
    if (!this.host) return ok([])
    const opened = await this.host.open()
    if (!opened.ok) {
      if (opened.error.code === 'journal-refused') this.host = null
      return opened
    }
    this.stand(opened.value)
    return ok(opened.value.damage)
  }

  /** Takes note of where the host says that the journal stands. */
  stand({ lastSeq, snapshotSeq, bytesSinceSnapshot }: JournalState): void {
    this.lastSeq = lastSeq
    this.snapshotSeq = snapshotSeq
    this.bytesSinceSnapshot = bytesSinceSnapshot
  }

  /** Appends entries after those that wait; resolves when all are on disk. What fails waits for the next call. */
  async append(entries: readonly JournalEntry[]): Promise<Result<null>> {
    if (!this.host) return ok(null)
    // One by one: there may be more than a call takes arguments.
    for (const entry of entries) this.#waiting.push(entry)
    if (!this.isInStep) return fail('journal-order', 'It was not compared with the notebook yet.')
    while (this.#waiting.length > 0) {
      const run = takeRun(this.#waiting)
      const appended = await this.host.append(run).catch(writeFailure)
      if (!appended.ok) {
        if (isOutOfStep(appended.error)) this.isInStep = false
        return appended
      }
      this.#waiting = this.#waiting.slice(run.length)
      this.lastSeq = Math.max(this.lastSeq, appended.value.lastSeq)
      this.bytesSinceSnapshot = appended.value.bytesSinceSnapshot
    }
    return ok(null)
  }

  /** Leaves the journal as it is, for good. */
  leaveAlone(): void {
    this.host = null
    this.#waiting = []
  }

  /** Lets go of what waits from a number on: it is not in the store, or was healed in another way. */
  forget(fromSeq = 0): void {
    this.#waiting = this.#waiting.filter(({ seq }) => seq < fromSeq)
  }
}

/** Whether a failure of the journal means that it no longer follows from the store. */
export function isOutOfStep({ code }: Failure): boolean {
  return code === 'journal-order' || code === 'journal-conflict'
}

function takeRun(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  let length = 0
  const end = entries.findIndex(({ line }, index) => {
    length += line.length
    return index > 0 && length > RUN_LENGTH
  })
  return end === -1 ? entries.slice() : entries.slice(0, end)
}
