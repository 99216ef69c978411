import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'
import { type Chances, chanceOf } from '../tagging/second-pass'
import { tokensOfQuotes } from './find-cue'
import type { Target } from './target'

/** The quotations as targets, those that hold no token left out. */
export function quotationTargets(reading: Reading): Target[] {
  return tokensOfQuotes(reading).flatMap(([first, last], quote) =>
    first < 0 ? [] : [{ first, last, quote }],
  )
}

/** A token counts as reported above this chance. */
const REPORTED = 0.35
/** Above this chance of "begins" a new stretch starts inside a running one. */
const NEW_STRETCH = 0.5

/** Stretches of reported words outside and around quotation marks, as the tagger sees them; sentence by sentence. */
export function reportedTargets(reading: Reading, chances: Chances): Target[] {
  const { tokens, sentence, quoteOf } = reading
  const targets: Target[] = []
  let first = -1
  const close = (last: number) => {
    if (first < 0) return
    let from = first
    let to = last
    while (from < to && tokens.kind[from] === TokenKind.mark && quoteOf[from]! < 0) from += 1
    while (to > from && tokens.kind[to] === TokenKind.mark && quoteOf[to]! < 0) to -= 1
    targets.push({ first: from, last: to, quote: -1 })
    first = -1
  }
  for (let index = 0; index < tokens.count; index += 1) {
    const begins = chances[2]![index * 2]!
    const reported = chanceOf(chances, 2, index) > REPORTED
    const insideQuote = quoteOf[index]! >= 0 && index > 0 && quoteOf[index] === quoteOf[index - 1]
    const breaks =
      index > 0 && !insideQuote && (sentence[index] !== sentence[index - 1] || begins > NEW_STRETCH)
    if (first >= 0 && (!reported || breaks)) close(index - 1)
    if (reported && first < 0) first = index
  }
  close(tokens.count - 1)
  return targets
}
