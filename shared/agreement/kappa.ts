/** What two coders said of the same unit: one category each. */
export type Pair = readonly [string, string]

/**
 * Cohen's kappa of two coders: agreement beyond what their own habits would give by chance. 1 is full agreement, 0 chance.
 * Null where it has no meaning: without units, or when both always said the same one thing.
 * Source: Cohen, "A Coefficient of Agreement for Nominal Scales" (1960).
 */
export function cohensKappa(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null
  const [first, second] = [countOf(pairs.map(([a]) => a)), countOf(pairs.map(([, b]) => b))]
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length
  let expected = 0
  for (const [category, count] of first) expected += (count * (second.get(category) ?? 0)) / pairs.length ** 2
  return expected === 1 ? null : (observed - expected) / (1 - expected)
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
