import type { Selector } from '@shared/anchoring/selector'
import search from 'approx-string-match'

/** How alike two strings are, 0 to 1, by the edits that the shorter one needs. */
function similarity(text: string, pattern: string): number {
  if (pattern === '' || text === '') return 0
  const best = search(text, pattern, pattern.length).reduce(
    (least, { errors }) => Math.min(least, errors),
    pattern.length,
  )
  return 1 - best / pattern.length
}

/**
 * The way annotation clients re-find one passage at a time: all approximate matches of the quote, ranked by the quote,
 * its prefix, its suffix and the nearness of the old position; the best is taken, whatever it is.
 */
export function matchQuote(
  text: string,
  { exact, prefix, suffix, start }: Selector,
): { start: number; end: number } | null {
  const found = matchesOf(text, exact)
  const rank = (match: { start: number; end: number; errors: number }): number =>
    50 * (1 - match.errors / exact.length) +
    20 *
      (prefix ? similarity(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1) +
    20 * (suffix ? similarity(text.slice(match.end, match.end + suffix.length), suffix) : 1) +
    2 * (1 - Math.abs(match.start - start) / text.length)
  let best: { start: number; end: number } | null = null
  let top = Number.NEGATIVE_INFINITY
  for (const match of found) {
    const value = rank(match)
    if (value <= top) continue
    best = match
    top = value
  }
  return best
}

function matchesOf(text: string, exact: string): { start: number; end: number; errors: number }[] {
  const found: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length, errors: 0 })
  }
  return found.length > 0 ? found : search(text, exact, Math.min(256, exact.length / 2))
}
