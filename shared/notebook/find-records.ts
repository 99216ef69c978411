import type { AnyRecord, Kind } from '../domain/kinds'
import { describeRecord } from './describe'
import type { NotebookView } from './notebook-view'

const NAMED_KINDS = [
  'entity',
  'article',
  'claim',
  'note',
  'tag',
  'quote',
  'annotation',
] as const satisfies readonly Kind[]

/** Lower case without accents, so that a name is found however it is typed. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(record: AnyRecord, title: string): string {
  return record.kind === 'entity'
    ? foldForSearch([title, ...record.fields.aliases, record.fields.role ?? ''].join(' '))
    : foldForSearch(title)
}

function begins(record: AnyRecord, text: string, folded: string): boolean {
  return record.kind === 'entity' ? ` ${text}`.includes(` ${folded}`) : text.startsWith(folded)
}

/**
 * Records whose name holds every word of the query, best first: names that begin with it (for people, at any word:
 * a surname is what one types) before names that hold it, in the order of the kinds given. Looks at names only, not at articles' texts.
 */
export function findRecords(
  view: NotebookView,
  query: string,
  limit: number,
  kinds: readonly (typeof NAMED_KINDS)[number][] = NAMED_KINDS,
): AnyRecord[] {
  const folded = foldForSearch(query.trim())
  const words = folded.split(/\s+/).filter(Boolean)
  const starting: AnyRecord[] = []
  const holding: AnyRecord[] = []
  for (const kind of kinds) {
    for (const record of view.all(kind)) {
      if (starting.length >= limit) return starting
      const text = wordsOf(record, describeRecord(view, record))
      if (words.length > 0 && begins(record, text, folded)) starting.push(record)
      else if (holding.length < limit && words.every((word) => text.includes(word))) holding.push(record)
    }
  }
  return [...starting, ...holding].slice(0, limit)
}
