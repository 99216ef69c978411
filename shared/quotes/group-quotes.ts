import type { QuoteKind } from './found-quote'
import { DOUBLE_APOSTROPHE } from './reading/quotation-marks'
import type { Reading } from './reading/read-article'
import type { Attribution } from './speakers/attribution'
import { type Chances, chanceOf } from './tagging/second-pass'
import type { QuoteGroup } from './write-quotes'

/** More reported words than this between two quotations, and they are quoted words within a sentence. */
const REPORTED_BETWEEN = 0.3

/** Tokens that may stand between the parts of an interrupted quotation: who says it, and to whom. */
const LONGEST_BETWEEN = 25

/** Joins interrupted quotations ("…," she said, "…") and those that run over paragraphs into one quote each. */
export function groupQuotations(
  reading: Reading,
  attributions: readonly Attribution[],
  chances: Chances | null,
): QuoteGroup[] {
  const groups: QuoteGroup[] = []
  let last: Attribution | null = null
  for (const attribution of attributions) {
    const group = groups[groups.length - 1]
    if (group && last && goesOn(reading, last, attribution, chances)) group.attributions.push(attribution)
    else groups.push({ kind: kindOf(reading, attribution), attributions: [attribution] })
    last = attribution
  }
  return groups
}

/** Two apostrophes mark quotations in some texts and emphasis in others: word for word, but not surely. */
const kindOf = (reading: Reading, { target }: Attribution): QuoteKind =>
  reading.quoted[target.quote]!.mark === DOUBLE_APOSTROPHE ? 'mixed' : 'direct'

function goesOn(reading: Reading, before: Attribution, now: Attribution, chances: Chances | null): boolean {
  const { tokens, quoted, unit } = reading
  if (quoted[now.target.quote]!.continues) return true
  if (!now.mention || now.mention !== before.mention) return false
  if (tokens.block[before.target.last] !== tokens.block[now.target.first]) return false
  // “Is it?” she said. “Yes.”: the words between can be a sentence of their own.
  if (unit[now.target.first]! - unit[before.target.last]! > 2) return false
  const from = before.target.last + 1
  const to = now.target.first - 1
  // Nothing but the speaker and the cue may stand between.
  const between = now.mention.first >= from && now.mention.last <= to && to - from < LONGEST_BETWEEN
  return between && (chances === null || meanContent(chances, from, to) < REPORTED_BETWEEN)
}

function meanContent(chances: Chances, from: number, to: number): number {
  let sum = 0
  for (let index = from; index <= to; index += 1) sum += chanceOf(chances, 2, index)
  return sum / Math.max(1, to - from + 1)
}

/** Reported words as quotes of their own: mixed where they hold quotation marks; those within one quotation are none. */
export function groupReports(
  reading: Reading,
  attributions: readonly Attribution[],
  spoken: readonly Attribution[],
): QuoteGroup[] {
  const quotes = new Set(spoken.map(({ target }) => target.quote))
  return attributions.flatMap((attribution): QuoteGroup[] => {
    let inside = 0
    let words = 0
    let marked = false
    const { first, last } = attribution.target
    for (let index = first; index <= last; index += 1) {
      const quote = reading.quoteOf[index]!
      if (quote < 0) continue
      inside += 1
      if (quotes.has(quote)) words += 1
      else marked = true
    }
    if (inside === last - first + 1) return []
    // Marks that hold a title or a term, and no word that reports: nobody is quoted here.
    if (marked && words === 0 && attribution.cue === null) return []
    return [{ kind: words > 0 ? 'mixed' : 'indirect', attributions: [attribution] }]
  })
}
