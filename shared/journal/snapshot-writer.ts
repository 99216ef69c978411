import { fail, ok, type Result } from '@shared/base/result'
import { snapshotName, UNFINISHED_SNAPSHOT } from './file-names'
import type { JournalFiles } from './journal-files'
import { isLineData } from './line'
import { encodeSnapshotEnd, encodeSnapshotLines } from './snapshot'

interface Unfinished {
  readonly ticket: string
  readonly seq: number
  lines: number
  size: number
}

/** Writes one snapshot at a time, under a name that counts for nothing until it is whole and on disk. */
export class SnapshotWriter {
  readonly #files: JournalFiles
  #current: Unfinished | null = null
  #begun = 0

  constructor(files: JournalFiles) {
    this.#files = files
  }

  /** Forgets the snapshot under way; its file is removed when the next one begins or the journal opens. */
  drop(): void {
    this.#current = null
  }

  async begin(seq: number): Promise<Result<string>> {
    if (!Number.isSafeInteger(seq) || seq < 1)
      return fail('journal-order', 'A snapshot needs the number it reaches to.')
    await this.#files.remove(UNFINISHED_SNAPSHOT)
    this.#begun += 1
    this.#current = { ticket: `snapshot-${this.#begun}`, seq, lines: 0, size: 0 }
    return ok(this.#current.ticket)
  }

  async write(ticket: string, lines: readonly string[]): Promise<Result<null>> {
    const current = this.#find(ticket)
    if (current === null) return unknownSnapshot()
    if (!lines.every(isLineData))
      return fail('journal-order', 'A line of a snapshot is not one line of text.')
    await this.#append(current, encodeSnapshotLines(current.lines, lines))
    current.lines += lines.length
    return ok(null)
  }

  async commit(ticket: string): Promise<Result<{ name: string; seq: number; size: number }>> {
    const current = this.#find(ticket)
    if (current === null) return unknownSnapshot()
    const { seq, lines } = current
    await this.#append(current, encodeSnapshotEnd({ seq, lines }))
    await this.#files.sync(UNFINISHED_SNAPSHOT)
    await this.#files.rename(UNFINISHED_SNAPSHOT, snapshotName(seq))
    this.#current = null
    return ok({ name: snapshotName(seq), seq, size: current.size })
  }

  /** A snapshot that could not be written is given up: its space is needed, and entries alone are enough. */
  async #append(current: Unfinished, bytes: Uint8Array): Promise<void> {
    try {
      await this.#files.append(UNFINISHED_SNAPSHOT, bytes)
      current.size += bytes.length
    } catch (error) {
      this.#current = null
      await this.#files.remove(UNFINISHED_SNAPSHOT)
      throw error
    }
  }

  #find(ticket: string): Unfinished | null {
    return this.#current?.ticket === ticket ? this.#current : null
  }
}

function unknownSnapshot() {
  return fail('snapshot-unknown', 'Another window began a newer snapshot of the safety copy.')
}
