/**
 * Krippendorff's alpha for categories without order: any number of coders, and units that not everybody coded. `units` has, for
 * each unit, the values it was given. 1 is full agreement, 0 chance. Null where nothing can be compared or nothing varies.
 * Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C.
 */
export function alphaNominal(units: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>()
  let [pairable, disagreement] = [0, 0]
  for (const values of units) {
    if (values.length < 2) continue
    pairable += values.length
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    let same = 0
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      same += count * (count - 1)
    }
    disagreement += (values.length * (values.length - 1) - same) / (values.length - 1)
  }
  let expected = pairable * (pairable - 1)
  for (const total of totals.values()) expected -= total * (total - 1)
  return expected === 0 ? null : 1 - ((pairable - 1) * disagreement) / expected
}
