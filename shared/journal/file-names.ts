const DIGITS = 12

const name = (prefix: string, seq: number) => `${prefix}-${String(seq).padStart(DIGITS, '0')}.ndjson`

/** The file of entries that begins with this number. */
export const segmentName = (firstSeq: number) => name('entries', firstSeq)

/** The snapshot that holds everything up to this number. */
export const snapshotName = (seq: number) => name('snapshot', seq)

/** A snapshot that is still being written; it counts for nothing. */
export const UNFINISHED_SNAPSHOT = 'snapshot.part'

export type JournalFileName =
  | { readonly kind: 'segment' | 'snapshot'; readonly seq: number }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'foreign' }

/** What a file in the journal's folder is, by its name; `foreign` ones are left alone. */
export function parseFileName(fileName: string): JournalFileName {
  if (fileName === UNFINISHED_SNAPSHOT) return { kind: 'unfinished' }
  const match = /^(entries|snapshot)-(\d{12,16})\.ndjson$/.exec(fileName)
  if (match === null) return { kind: 'foreign' }
  return { kind: match[1] === 'entries' ? 'segment' : 'snapshot', seq: Number(match[2]) }
}
