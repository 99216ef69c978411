import type { JournalDamage, JournalState } from '@shared/host/host-api'
import { segmentName } from './file-names'
import type { JournalIndex, Segment } from './index-journal'
import type { EncodedLine } from './line'

/** Entries go to a new file when the current one has grown past this many bytes. */
export const SEGMENT_BYTES = 4 * 1024 * 1024

/** Where the journal stands, in memory: which files there are, and which number comes next. */
export class JournalPosition {
  lastSeq: number
  segments: Segment[]
  snapshots: JournalIndex['snapshots'][number][]
  damage: readonly JournalDamage[]
  readonly checksums: Map<number, number>
  /** Set when a snapshot was taken: what comes after it goes to a new file, so that the current one can be let go. */
  sealed = false

  constructor(index: JournalIndex) {
    this.lastSeq = index.lastSeq
    this.segments = [...index.segments]
    this.snapshots = [...index.snapshots]
    this.damage = index.damage
    this.checksums = new Map(index.checksums)
  }

  get snapshotSeq(): number {
    return this.snapshots.at(-1)?.seq ?? 0
  }

  get bytesSinceSnapshot(): number {
    const after = this.segments.filter((segment) => segment.lastSeq > this.snapshotSeq)
    return after.reduce((sum, segment) => sum + segment.size, 0)
  }

  state(): JournalState {
    const { lastSeq, snapshotSeq, bytesSinceSnapshot, damage } = this
    return { lastSeq, snapshotSeq, bytesSinceSnapshot, damage }
  }

  /** The file that entries from `firstSeq` on go to: the current one, or a new one when that is full or a snapshot came. */
  segmentFor(firstSeq: number): Segment {
    const current = this.segments.at(-1)
    if (current !== undefined && !this.sealed && current.size < SEGMENT_BYTES) return current
    const name = segmentName(firstSeq)
    return this.segments.find((segment) => segment.name === name) ?? { name, lastSeq: 0, size: 0 }
  }

  /** Takes note that entries reached the disk. */
  advance(segment: Segment, bytes: number, lines: readonly EncodedLine[]): void {
    for (const { seq, crc } of lines) this.checksums.set(seq, crc)
    this.lastSeq = lines.at(-1)?.seq ?? this.lastSeq
    const grown = { name: segment.name, lastSeq: this.lastSeq, size: segment.size + bytes }
    const others = this.segments.filter(({ name }) => name !== segment.name)
    this.segments = [...others, grown]
    this.sealed = false
  }

  /** Takes note of a new snapshot; gives the files that none of the two newest snapshots needs any more. */
  takeSnapshot(snapshot: JournalIndex['snapshots'][number]): string[] {
    const all = [...this.snapshots.filter(({ name }) => name !== snapshot.name), snapshot]
    all.sort((a, b) => a.seq - b.seq)
    const kept = all.slice(-2)
    const oldest = all.length > 1 ? kept[0]!.seq : 0
    const needed = this.segments.filter((segment) => segment.lastSeq > oldest)
    const gone = [
      ...all.slice(0, -2).map(({ name }) => name),
      ...this.segments.filter((segment) => segment.lastSeq <= oldest).map(({ name }) => name),
    ]
    this.snapshots = kept
    this.segments = needed
    this.lastSeq = Math.max(this.lastSeq, snapshot.seq)
    this.sealed = true
    for (const seq of this.checksums.keys()) if (seq <= snapshot.seq) this.checksums.delete(seq)
    return gone
  }
}
