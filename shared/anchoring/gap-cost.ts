/**
 * What skipping tokens costs an alignment, in bits of matched weight: a short gap by its length, a long one the same at
 * any length, since blocks that were added or removed may be of any size. A match inside a long gap has to be worth more
 * than a gap, so words that agree by chance stay unmatched.
 */
export const gapCost = { short: 2, perToken: 0.25, long: 14, midLine: 10 } as const

/** The number of skipped tokens at which a gap counts as long. */
export const longGapLength = (gapCost.long - gapCost.short) / gapCost.perToken

/** The cost of skipping so many tokens, old and new together. */
export function costOfGap(tokens: number): number {
  if (tokens <= 0) return 0
  return Math.min(gapCost.short + gapCost.perToken * tokens, gapCost.long)
}
