import type { Result } from '@shared/base/result'
import { fail, ok } from '@shared/base/result'
import type { JournalDamage, JournalEntry, JournalHost } from '@shared/host/host-api'
import { isNewerLine } from '@shared/notebook/entry'

/** One line of a snapshot: an entry with its number. */
export function writeSnapshotLine({ seq, line }: JournalEntry): string {
  return `[${seq},${line}]`
}

function readSnapshotLine(text: string): JournalEntry {
  const comma = text.indexOf(',')
  return { seq: Number(text.slice(1, comma)), line: text.slice(comma + 1, -1) }
}

/**
 * Hands every entry from `fromSeq` on to `take`, a few megabytes at a time: those that a snapshot holds, then
 * those after it. Gives what had to be skipped. Entries of a newer program are not handed on: their like would be
 * left out, and later be lost with the files they stand in. Failure: `journal-newer`.
 */
export async function readJournal(
  host: JournalHost,
  fromSeq: number,
  snapshotSeq: number,
  take: (entries: readonly JournalEntry[]) => Promise<void>,
): Promise<Result<readonly JournalDamage[]>> {
  const damage: JournalDamage[] = []
  let next = fromSeq
  if (fromSeq <= snapshotSeq) {
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page = await host.readSnapshot(cursor)
      if (!page.ok) return page
      damage.push(...page.value.damage)
      const entries = page.value.items.map(readSnapshotLine)
      if (hasNewer(entries)) return newerJournal()
      await take(entries.filter(({ seq }) => seq >= fromSeq))
      if (page.value.seq > 0) next = Math.max(next, page.value.seq + 1)
      cursor = page.value.next
    }
  }
  for (let from: number | null = next; from !== null; ) {
    const page = await host.read(from)
    if (!page.ok) return page
    damage.push(...page.value.damage)
    if (hasNewer(page.value.items)) return newerJournal()
    await take(page.value.items)
    from = page.value.next
  }
  return ok(damage)
}

const hasNewer = (entries: readonly JournalEntry[]) => entries.some(({ line }) => isNewerLine(line))

function newerJournal() {
  return fail(
    'journal-newer',
    'The safety copy was written by a newer version of Florilegium and is left as it is: until that version is installed, your changes are saved in the browser’s store only.',
  )
}
