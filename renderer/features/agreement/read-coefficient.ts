/** A coefficient as it is written, with as many digits as it deserves. */
export function formatCoefficient(value: number | null): string {
  return value === null ? '–' : value.toFixed(3)
}

/**
 * What a coefficient says, in words. Source of the bounds: Krippendorff, "Content Analysis", 2nd ed. (2004), 11.4.1: rely on 0.800 and
 * above; conclude tentatively from 0.667 on.
 */
export function readCoefficient(value: number | null): string {
  if (value === null) return 'Nothing to compare'
  if (value >= 0.8) return 'Reliable'
  if (value >= 0.667) return 'Only for tentative conclusions'
  return value > 0 ? 'Too low to build on' : 'No better than chance'
}
