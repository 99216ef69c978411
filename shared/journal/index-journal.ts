import type { JournalDamage } from '@shared/host/host-api'
import { ContinuityCheck } from './continuity'
import { parseFileName, UNFINISHED_SNAPSHOT } from './file-names'
import type { JournalFiles } from './journal-files'
import { eachLine } from './line'
import { type SegmentScan, scanSegment, tornLine } from './scan'
import { decodeSnapshotEnd, SNAPSHOT_END_LIMIT } from './snapshot'

export interface Segment {
  readonly name: string
  readonly lastSeq: number
  readonly size: number
}

/** What a look through the journal's folder found. */
export interface JournalIndex {
  readonly segments: readonly Segment[]
  /** Whole snapshots, oldest first. */
  readonly snapshots: readonly { readonly name: string; readonly seq: number; readonly size: number }[]
  readonly lastSeq: number
  /** Checksums of the entries after the newest snapshot, by number. */
  readonly checksums: ReadonlyMap<number, number>
  readonly damage: readonly JournalDamage[]
}

/** Reads the folder from scratch: cuts a torn end, drops an unfinished snapshot, and names what is damaged. */
export async function indexJournal(files: JournalFiles): Promise<JournalIndex> {
  const found = (await files.list()).map((file) => ({ seq: 0, ...file, ...parseFileName(file.name) }))
  if (found.some((file) => file.kind === 'unfinished')) await files.remove(UNFINISHED_SNAPSHOT)
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  const snapshotFiles = found.filter((file) => file.kind === 'snapshot').sort(byName)
  const { snapshots, damage } = await checkSnapshots(files, snapshotFiles)
  const segmentFiles = found.filter((file) => file.kind === 'segment').sort(byName)
  const scanned = await scanSegments(files, segmentFiles, snapshots.at(-1)?.seq ?? 0)
  return { ...scanned, snapshots, damage: [...damage, ...scanned.damage] }
}

type File = { readonly name: string; readonly size: number }
type SegmentFile = File & { readonly seq: number }

async function checkSnapshots(files: JournalFiles, found: readonly File[]) {
  const snapshots: { name: string; seq: number; size: number }[] = []
  const damage: JournalDamage[] = []
  for (const { name, size } of found) {
    const end = decodeSnapshotEnd(await files.read(name, Math.max(0, size - SNAPSHOT_END_LIMIT), size))
    if (end !== null) snapshots.push({ name, seq: end.seq, size })
    else damage.push(brokenSnapshot(name))
  }
  return { snapshots, damage }
}

/** Damage for a snapshot that is not whole. */
export function brokenSnapshot(file: string): JournalDamage {
  const message = `A snapshot in the safety copy is not whole and is not used (${file}).`
  return { kind: 'snapshot', file, line: 0, seq: null, message }
}

/** Segments that the newest snapshot covers are not read: they matter only should that snapshot be damaged. */
async function scanSegments(files: JournalFiles, found: readonly SegmentFile[], snapshotSeq: number) {
  const check = new ContinuityCheck(snapshotSeq)
  const segments: Segment[] = []
  const checksums = new Map<number, number>()
  const damage: JournalDamage[] = []
  for (const [index, { name, size }] of found.entries()) {
    const nextSeq = found[index + 1]?.seq
    if (nextSeq !== undefined && nextSeq <= snapshotSeq + 1) {
      segments.push({ name, lastSeq: nextSeq - 1, size })
      continue
    }
    const bytes = await files.read(name, 0, size)
    const scan = scanSegment(bytes)
    const continued = check.follow(name, scan)
    for (const line of scan.lines) checksums.set(line.seq, line.crc)
    damage.push(...continued.damage, ...(await mendEnd(files, name, bytes, scan)))
    const lastSeq = scan.lines.reduce((last, line) => Math.max(last, line.seq), 0)
    segments.push({ name, lastSeq, size: scan.wholeBytes + (scan.tail === 'unterminated' ? 1 : 0) })
  }
  return { segments, checksums, lastSeq: check.last, damage: [...damage, ...check.end()] }
}

const LINE_FEED = Uint8Array.of(10)

/** Makes a segment end with a whole line, so that what is appended next stands on a line of its own. */
async function mendEnd(
  files: JournalFiles,
  name: string,
  bytes: Uint8Array,
  scan: SegmentScan,
): Promise<JournalDamage[]> {
  if (scan.tail === 'none') return []
  if (scan.tail === 'torn') await files.truncate(name, scan.wholeBytes)
  else await files.append(name, LINE_FEED)
  await files.sync(name)
  if (scan.tail === 'unterminated') return []
  const line = countLines(bytes.subarray(0, scan.wholeBytes)) + 1
  return [tornLine(name, line, (scan.lines.at(-1)?.seq ?? 0) + 1)]
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  eachLine(bytes, () => {
    lines += 1
  })
  return lines
}
