import type { AnyRecord } from '../domain/kinds'
import { describeRecord } from '../notebook/describe'
import type { NotebookView } from '../notebook/notebook-view'

const LONGEST = 140

/** One line of at most `limit` UTF-16 units, cut between words where there are any. */
export function oneLine(text: string, limit = LONGEST): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  // A character outside the basic plane is two units: never leave half of one.
  return `${cut.slice(0, space > limit / 2 ? space : limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A record in one line of its own words, or "Untitled" where it has none. */
export function labelOf(view: NotebookView, record: AnyRecord): string {
  return oneLine(describeRecord(view, record)) || 'Untitled'
}
