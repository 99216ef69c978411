import type { Run } from './shared-runs'
import { countNotAbove } from './tokens'

const reach = 40
const leastShared = 4
const tellingLength = 6
const tolerance = 8

/** Where the words beside a place of the new text come from: from beside one of some old places, from elsewhere, or unknown. */
export type Source = 'beside' | 'elsewhere' | 'unknown'

/** Tells what stretches of the new text were copied from, by the runs that both texts share. */
export class CopySources {
  private readonly runs: readonly Run[]
  /** By order of the runs' new places: the farthest end (exclusive) up to there. */
  private readonly farthestEnds: Int32Array

  constructor(runs: readonly Run[]) {
    // Numbers sort much faster than objects: place and order in one.
    const keys = Float64Array.from(runs, (run, order) => run.new * runs.length + order).sort()
    this.runs = Array.from(keys, (key) => runs[key % runs.length] as Run)
    this.farthestEnds = new Int32Array(runs.length)
    let farthest = 0
    this.runs.forEach((run, order) => {
      farthest = Math.max(farthest, run.new + run.length)
      this.farthestEnds[order] = farthest
    })
  }

  /** Whether the tokens before (`step` -1) or behind a new place were copied from beside one of the sorted old places. */
  beside(place: number, step: -1 | 1, oldPlaces: Int32Array): Source {
    const [from, to] = step < 0 ? [place - reach, place] : [place, place + reach]
    let source: Source = 'unknown'
    for (let order = this.countStartingBefore(to) - 1; order >= 0; order -= 1) {
      if ((this.farthestEnds[order] as number) <= from) break
      const run = this.runs[order] as Run
      const shared = Math.min(to, run.new + run.length) - Math.max(from, run.new)
      if (shared < leastShared) continue
      const origin = place + run.old - run.new
      if ((oldPlaces[countNotAbove(oldPlaces, origin - tolerance - 1)] as number) <= origin + tolerance)
        return 'beside'
      if (shared >= tellingLength) source = 'elsewhere'
    }
    return source
  }

  private countStartingBefore(place: number): number {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.runs[middle] as Run).new < place) low = middle + 1
      else high = middle
    }
    return low
  }
}
