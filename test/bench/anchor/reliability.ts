import type { Placement } from '@shared/anchoring/reanchor'
import type { KnownPassage } from './generate-revision'
import { outcomeOf } from './tally'

/** Per tenth of the score: how many answers, the sum of their scores, how many were right. */
export class Reliability {
  private readonly rows = new Map<string, { count: number; score: number; right: number }>()

  /** Notes whether the place, or else the best candidate, of a passage is the right one. */
  note(passage: KnownPassage, placement: Placement): void {
    const isPlaced = placement.start >= 0
    const place = isPlaced ? placement : placement.candidates[0]
    if (!place) return
    const tenth = Math.min(9, Math.floor(place.score * 10))
    const key = `${isPlaced ? 'placed   ' : 'candidate'} ${(tenth / 10).toFixed(1)}-${((tenth + 1) / 10).toFixed(1)}`
    const row = this.rows.get(key) ?? { count: 0, score: 0, right: 0 }
    row.count += 1
    row.score += place.score
    if (passage.truth && outcomeOf(passage, place) === 'right') row.right += 1
    this.rows.set(key, row)
  }

  print(): void {
    console.log('Reliability of the score: answers, mean score, share that was right')
    for (const [key, { count, score, right }] of [...this.rows].sort(([p], [q]) => (p < q ? -1 : 1))) {
      const means = [score, right].map((sum) => (sum / count).toFixed(3))
      console.log(`  ${key} n=${String(count).padStart(6)}  ${means.join('  ')}`)
    }
  }
}
