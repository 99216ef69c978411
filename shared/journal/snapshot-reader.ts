import { fail, ok, type Result } from '@shared/base/result'
import type { JournalDamage, JournalPage } from '@shared/host/host-api'
import { brokenSnapshot } from './index-journal'
import type { JournalFiles } from './journal-files'
import { decodeSnapshotEnd, readSnapshotRun, SNAPSHOT_END_LIMIT, type SnapshotRun } from './snapshot'

export type SnapshotPage = JournalPage<string, number> & { readonly seq: number }

interface SnapshotFile {
  readonly name: string
  readonly seq: number
  readonly size: number
}

/** Bytes read at a time; a line that is longer is read whole. */
const RUN_BYTES = 4 * 1024 * 1024

/** Reads the newest snapshot that is undamaged; where none is, the newest, without its damaged lines. */
export class SnapshotReader {
  readonly #files: JournalFiles
  #chosen: SnapshotFile | null = null
  #passedOver: readonly JournalDamage[] = []
  /** Lines before each place that a page ended at, for naming damaged ones. */
  #linesBefore = new Map<number, number>()

  constructor(files: JournalFiles) {
    this.#files = files
  }

  /** Drops the choice: snapshots have changed. */
  forget(): void {
    this.#chosen = null
  }

  /** `cursor` is 0 or the `next` of the page before; `snapshots` come oldest first. */
  async read(snapshots: readonly SnapshotFile[], cursor: number): Promise<Result<SnapshotPage>> {
    if (cursor === 0) await this.#choose(snapshots)
    const snapshot = this.#chosen
    if (snapshot === null && cursor === 0)
      return ok({ seq: 0, items: [], next: null, damage: this.#passedOver })
    const before = this.#linesBefore.get(cursor)
    if (snapshot === null || before === undefined)
      return fail(
        'journal-unreadable',
        'The snapshot was replaced while it was read: read it again from its start.',
      )
    const run = await this.#run(snapshot, cursor)
    const at = cursor + run.used
    this.#linesBefore.set(at, before + run.lines)
    const damaged = run.damaged.map((line) => damagedSnapshotLine(snapshot.name, before + line))
    return ok({
      seq: snapshot.seq,
      items: run.items,
      next: run.used === 0 || at >= snapshot.size ? null : at,
      damage: cursor === 0 ? [...this.#passedOver, ...damaged] : damaged,
    })
  }

  async #choose(snapshots: readonly SnapshotFile[]): Promise<void> {
    const newestFirst = snapshots.toReversed()
    const passedOver: JournalDamage[] = []
    this.#linesBefore = new Map([[0, 0]])
    this.#chosen = newestFirst[0] ?? null
    this.#passedOver = []
    for (const snapshot of newestFirst) {
      if (await this.#isIntact(snapshot)) {
        this.#chosen = snapshot
        this.#passedOver = passedOver
        return
      }
      passedOver.push(brokenSnapshot(snapshot.name))
    }
  }

  async #isIntact(snapshot: SnapshotFile): Promise<boolean> {
    const { name, size } = snapshot
    const end = decodeSnapshotEnd(await this.#files.read(name, Math.max(0, size - SNAPSHOT_END_LIMIT), size))
    let lines = 0
    for (let at = 0; at < size; ) {
      const run = await this.#run(snapshot, at)
      if (run.damaged.length > 0 || run.used === 0) return false
      lines += run.lines
      at += run.used
    }
    return end !== null && end.lines === lines
  }

  async #run(snapshot: SnapshotFile, start: number): Promise<SnapshotRun> {
    for (let length = RUN_BYTES; ; length *= 4) {
      const run = readSnapshotRun(await this.#files.read(snapshot.name, start, start + length))
      if (run.used > 0 || start + length >= snapshot.size) return run
    }
  }
}

function damagedSnapshotLine(file: string, line: number): JournalDamage {
  const message = `A part of the snapshot in the safety copy is damaged and was skipped (${file}, line ${line}).`
  return { kind: 'damaged', file, line, seq: null, message }
}
