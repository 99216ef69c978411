import { ok, type Result } from '@shared/base/result'
import type { JournalAck, JournalEntry, JournalHost, JournalPage, JournalState } from '@shared/host/host-api'
import { AppendGroup } from './append-group'
import { ContinuityCheck } from './continuity'
import { indexJournal, type Segment } from './index-journal'
import { type JournalFiles, readFailure, writeFailure } from './journal-files'
import { JournalPosition } from './journal-position'
import { dataOf, type EncodedLine } from './line'
import { scanSegment } from './scan'
import { concatenate } from './snapshot'
import { type SnapshotPage, SnapshotReader } from './snapshot-reader'
import { SnapshotWriter } from './snapshot-writer'
import { WorkQueue } from './work-queue'

interface WaitingAppend {
  readonly entries: readonly JournalEntry[]
  readonly answer: (result: Result<JournalAck>) => void
}

/**
 * The append-only record over a host's files. Files hold checksummed lines (`line.ts`); entries are on disk before
 * an append is answered; appends that come while the disk is busy share one write and one sync. The two
 * newest snapshots are kept, with every entry after the older, so that either alone restores the notebook.
 */
export class Journal implements JournalHost {
  readonly #files: JournalFiles
  readonly #queue = new WorkQueue()
  readonly #writer: SnapshotWriter
  readonly #reader: SnapshotReader
  #position: JournalPosition | null = null
  #waiting: WaitingAppend[] = []

  constructor(files: JournalFiles) {
    this.#files = files
    this.#writer = new SnapshotWriter(files)
    this.#reader = new SnapshotReader(files)
  }

  open(): Promise<Result<JournalState>> {
    return this.#queue.run(async () => {
      try {
        this.#writer.drop()
        this.#position = new JournalPosition(await indexJournal(this.#files))
        return ok(this.#position.state())
      } catch (error) {
        return readFailure(error)
      }
    })
  }

  append(entries: readonly JournalEntry[]): Promise<Result<JournalAck>> {
    return new Promise((answer) => {
      this.#waiting.push({ entries, answer })
      void this.#withPosition((position) => this.#writeWaiting(position)).then((result) => {
        if (!result.ok) answer(result)
      })
    })
  }

  read(fromSeq: number): Promise<Result<JournalPage<JournalEntry, number>>> {
    return this.#withPosition(async (position) => {
      const at = position.segments.findIndex((segment) => segment.lastSeq >= fromSeq)
      const segment = position.segments[at]
      if (segment === undefined) return ok({ items: [], next: null, damage: [] })
      const bytes = await this.#files.read(segment.name, 0, segment.size)
      const check = new ContinuityCheck(fromSeq - 1)
      const { lines, damage } = check.follow(segment.name, scanSegment(bytes))
      const isLast = at === position.segments.length - 1
      return ok({
        items: lines.map((line) => ({ seq: line.seq, line: dataOf(bytes, line) })),
        // Not `check.last` alone: a file that went bad since it was indexed must not be asked for again and again.
        next: isLast ? null : Math.max(segment.lastSeq, check.last) + 1,
        damage: isLast ? [...damage, ...check.end()] : damage,
      })
    })
  }

  readSnapshot(cursor: number): Promise<Result<SnapshotPage>> {
    return this.#withPosition((position) => this.#reader.read(position.snapshots, cursor))
  }

  beginSnapshot(seq: number): Promise<Result<string>> {
    return this.#withPosition(() => this.#writer.begin(seq))
  }

  writeSnapshot(ticket: string, lines: readonly string[]): Promise<Result<null>> {
    return this.#withPosition(() => this.#writer.write(ticket, lines))
  }

  commitSnapshot(ticket: string): Promise<Result<JournalState>> {
    return this.#withPosition(async (position) => {
      const written = await this.#writer.commit(ticket)
      if (!written.ok) return written
      for (const name of position.takeSnapshot(written.value)) await this.#files.remove(name)
      this.#reader.forget()
      position.damage = []
      return ok(position.state())
    })
  }

  /** Runs work in turn on an opened journal; an error of the disk becomes a failure. */
  #withPosition<T>(work: (position: JournalPosition) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#queue.run(async () => {
      try {
        this.#position ??= new JournalPosition(await indexJournal(this.#files))
        return await work(this.#position)
      } catch (error) {
        return writeFailure(error)
      }
    })
  }

  /** Writes everything that waits as one run of bytes with one sync; the first of several callers does it for all. */
  async #writeWaiting(position: JournalPosition): Promise<Result<null>> {
    const waiting = this.#waiting
    this.#waiting = []
    const group = new AppendGroup(position.lastSeq, position.checksums)
    const admitted: WaitingAppend[] = []
    for (const item of waiting) {
      const refusal = group.admit(item.entries)
      if (refusal === null) admitted.push(item)
      else item.answer(refusal)
    }
    const result = await this.#write(position, group.fresh)
    for (const { answer } of admitted) answer(result)
    return ok(null)
  }

  async #write(position: JournalPosition, lines: readonly EncodedLine[]): Promise<Result<JournalAck>> {
    const first = lines[0]
    if (first === undefined) return ok(position.state())
    const segment = position.segmentFor(first.seq)
    const bytes = concatenate(lines.map((line) => line.bytes))
    try {
      await this.#files.append(segment.name, bytes)
      await this.#files.sync(segment.name)
    } catch (error) {
      await this.#takeBack(segment)
      return writeFailure(error)
    }
    position.advance(segment, bytes.length, lines)
    return ok(position.state())
  }

  /** Cuts what a failed write left behind; where even that fails, the next call looks at the files afresh. */
  async #takeBack(segment: Segment): Promise<void> {
    try {
      if (segment.size === 0) await this.#files.remove(segment.name)
      else await this.#files.truncate(segment.name, segment.size)
    } catch {
      this.#position = null
    }
  }
}
