import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'

/** Tokens of a sentence on each side of a word that are looked at, so that a text without full stops takes no longer. */
const LONGEST_RUN = 400

/** First and last token of a run of equal numbers around `index`. */
export function runAround(numbers: Int32Array, index: number): [number, number] {
  let first = index
  let last = index
  const [from, to] = [Math.max(0, index - LONGEST_RUN), Math.min(numbers.length - 1, index + LONGEST_RUN)]
  while (first > from && numbers[first - 1] === numbers[index]) first -= 1
  while (last < to && numbers[last + 1] === numbers[index]) last += 1
  return [first, last]
}

/** The reporting word outside quotations nearest to the tokens `from`..`to` within `first`..`last`, or -1. */
export function nearestCue(reading: Reading, from: number, to: number, first: number, last: number): number {
  const { tokens, quoteOf } = reading
  let best = -1
  let bestDistance = Number.POSITIVE_INFINITY
  for (let index = first; index <= last; index += 1) {
    if (quoteOf[index]! >= 0 || !(tokens.flags[index]! & (Word.speech | Word.according))) continue
    if (tokens.flags[index]! & Word.preposition && !(tokens.flags[index]! & Word.speech)) continue
    const distance = index < from ? from - index : index - to
    const weighted = distance + (tokens.flags[index]! & Word.mind ? 4 : 0)
    if (weighted < bestDistance) {
      best = index
      bestDistance = weighted
    }
  }
  return best
}

/** First and last token of each quotation. */
export function tokensOfQuotes(reading: Reading): [first: number, last: number][] {
  const ranges: [number, number][] = reading.quoted.map(() => [-1, -1])
  for (let index = 0; index < reading.tokens.count; index += 1) {
    const quote = reading.quoteOf[index]!
    if (quote < 0) continue
    const range = ranges[quote]!
    if (range[0] < 0) range[0] = index
    range[1] = index
  }
  return ranges
}
