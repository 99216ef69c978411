import { foldText } from './fold-text'
import type { Selector } from './selector'

const mostOccurrences = 2000

/**
 * Finds a selector's passage in the text it was made on: by position where the words agree, otherwise by its words,
 * its context and the nearness of the position, which may be unknown or counted in other units. Undefined if absent, or
 * if nothing tells which of several occurrences is meant.
 */
export function locatePassage(text: string, selector: Selector): { start: number; end: number } | undefined {
  const { start, end, exact } = selector
  if (start >= 0 && end <= text.length && (exact === '' || text.slice(start, end) === exact))
    return { start, end }
  if (exact === '') return undefined
  if (start >= 0 && looksAlike(text.slice(start, end), exact)) return { start, end }
  let best = -1
  let bestRank = Number.NEGATIVE_INFINITY
  let isTied = false
  let at = text.indexOf(exact)
  for (let seen = 0; at >= 0 && seen < mostOccurrences; seen += 1) {
    const distance = start < 0 ? 0 : Math.min(1, Math.abs(at - start) / text.length)
    const rank = sharedContext(text, at, selector) - distance
    if (rank > bestRank) {
      best = at
      bestRank = rank
      isTied = false
    } else if (rank === bestRank) isTied = true
    at = text.indexOf(exact, at + 1)
  }
  return best < 0 || isTied ? undefined : { start: best, end: best + exact.length }
}

/** Clients often normalise line ends or blanks of the quote, though not of the text that they count in. */
function looksAlike(passage: string, exact: string): boolean {
  return (
    Math.abs(passage.length - exact.length) < 2000 &&
    foldText(passage).text.trim() === foldText(exact).text.trim()
  )
}

function sharedContext(text: string, at: number, selector: Selector): number {
  const { prefix, suffix, exact } = selector
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before += 1
  let behind = 0
  while (behind < suffix.length && text[at + exact.length + behind] === suffix[behind]) behind += 1
  return before + behind
}
