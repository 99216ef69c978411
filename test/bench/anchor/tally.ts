import type { KnownPassage } from './generate-revision'

export interface Span {
  readonly start: number
  readonly end: number
}

/** Counts over passages; `partly` is a place that overlaps the right one by less than four fifths. */
export interface Tally {
  count: number
  right: number
  partly: number
  misplaced: number
  unplaced: number
}

export const emptyTally = (): Tally => ({ count: 0, right: 0, partly: 0, misplaced: 0, unplaced: 0 })

/** What a place, or none, is worth for a passage of known fate. */
export function outcomeOf(
  passage: KnownPassage,
  placed: Span | undefined,
): 'right' | 'partly' | 'misplaced' | 'unplaced' {
  const { truth, fate } = passage
  // Where less than half of the words are left in one place, admitting doubt is as good as finding them.
  if (!placed) return fate === 'unchanged' || fate === 'edited' ? 'unplaced' : 'right'
  if (!truth) return 'misplaced'
  const shared = Math.min(truth.end, placed.end) - Math.max(truth.start, placed.start)
  if (shared <= 0) return 'misplaced'
  const whole = Math.max(truth.end, placed.end) - Math.min(truth.start, placed.start)
  return shared / whole >= 0.8 ? 'right' : 'partly'
}

/** Adds the outcome of a passage to the tally under a key. */
export function count<K>(
  tallies: Map<K, Tally>,
  key: K,
  passage: KnownPassage,
  placed: Span | undefined,
): void {
  const tally = tallies.get(key) ?? emptyTally()
  tally.count += 1
  tally[outcomeOf(passage, placed)] += 1
  tallies.set(key, tally)
}

/** All tallies in one. */
export function sum<K>(tallies: ReadonlyMap<K, Tally>): Tally {
  const total = emptyTally()
  for (const tally of tallies.values()) {
    for (const key of ['count', 'right', 'partly', 'misplaced', 'unplaced'] as const) total[key] += tally[key]
  }
  return total
}
