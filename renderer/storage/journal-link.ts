import { ok, type Result } from '@shared/base/result'
import type { HostApi, JournalDamage, JournalEntry, JournalHost, JournalState } from '@shared/host/host-api'

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
  #waiting: JournalEntry[] = []

  constructor(host: HostApi) {
    this.host = host.capabilities.journal ? host.journal : null
  }

  /** Entries that are in the store, but not in the journal yet. */
  get waiting(): readonly JournalEntry[] {
    return this.#waiting
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
    this.#waiting.push(...entries)
    while (this.#waiting.length > 0) {
      const run = takeRun(this.#waiting)
      const appended = await this.host.append(run)
      if (!appended.ok) return appended
      this.#waiting = this.#waiting.slice(run.length)
      this.lastSeq = Math.max(this.lastSeq, appended.value.lastSeq)
      this.bytesSinceSnapshot = appended.value.bytesSinceSnapshot
    }
    return ok(null)
  }

  /** Lets go of what waits from a number on: it is not in the store, or was healed in another way. */
  forget(fromSeq = 0): void {
    this.#waiting = this.#waiting.filter(({ seq }) => seq < fromSeq)
  }
}

function takeRun(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  let length = 0
  const end = entries.findIndex(({ line }, index) => {
    length += line.length
    return index > 0 && length > RUN_LENGTH
  })
  return end === -1 ? entries.slice() : entries.slice(0, end)
}
