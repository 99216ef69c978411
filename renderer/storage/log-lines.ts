import type { JournalEntry } from '@shared/host/host-api'
import type { NotebookDatabase } from './database'
import { decodeText } from './packs'

/** Rows read at a time. */
const AT_ONCE = 500

/** The lines of the log from one number to another, both included, as they were written. */
export async function* readLines(
  database: NotebookDatabase,
  from: number,
  to: number,
): AsyncIterable<JournalEntry> {
  for (let next = from; ; ) {
    const rows = await database.log.where('seq').between(next, to, true, true).limit(AT_ONCE).toArray()
    for (const { seq, line } of rows) {
      if (line !== undefined) yield { seq, line }
      else {
        const bulk = await database.bulk.get(seq)
        if (bulk) yield { seq, line: decodeText(bulk.bytes) }
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    next = last.seq + 1
  }
}
