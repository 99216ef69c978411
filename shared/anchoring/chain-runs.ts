import type { Run } from './shared-runs'

/** A tree of prefix maxima (Fenwick) over places of the new text: the best chain that ends at or before a place. */
class BestEnding {
  private readonly best: Float64Array
  private readonly holder: Int32Array

  constructor(private readonly size: number) {
    this.best = new Float64Array(size + 1)
    this.holder = new Int32Array(size + 1).fill(-1)
  }

  record(place: number, weight: number, run: number): void {
    for (let at = place + 1; at <= this.size; at += at & -at) {
      if ((this.best[at] as number) >= weight) continue
      this.best[at] = weight
      this.holder[at] = run
    }
  }

  /** Index of the run that ends the heaviest chain among places up to `place`, or -1. */
  upTo(place: number): number {
    let weight = 0
    let run = -1
    for (let at = Math.min(place + 1, this.size); at > 0; at -= at & -at) {
      if ((this.best[at] as number) <= weight) continue
      weight = this.best[at] as number
      run = this.holder[at] as number
    }
    return run
  }
}

function ranksOf(values: readonly number[]): Map<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  return new Map(sorted.map((value, rank) => [value, rank]))
}

/**
 * The heaviest chain of runs whose order is the same in both texts (heaviest increasing subsequence, O(n log n)).
 * Where neighbours overlap, the later one is cut.
 */
export function chainRuns(runs: readonly Run[]): Run[] {
  // Runs count as ordered by their last tokens, so that slight overlaps do not exclude each other.
  const ordered = runs.map((_, index) => index).sort((p, q) => endOf(runs[p]) - endOf(runs[q]) || p - q)
  const ranks = ranksOf(runs.map((run) => run.new + run.length))
  const tree = new BestEnding(ranks.size)
  const weights = new Float64Array(runs.length)
  const previous = new Int32Array(runs.length).fill(-1)
  let top = -1
  for (const index of ordered) {
    const run = runs[index] as Run
    const rank = ranks.get(run.new + run.length) as number
    const before = tree.upTo(rank - 1)
    const weight = gain(runs, before, run) + (before >= 0 ? (weights[before] as number) : 0)
    weights[index] = weight
    previous[index] = before
    tree.record(rank, weight, index)
    if (top < 0 || weight > (weights[top] as number)) top = index
  }
  const chain: Run[] = []
  for (let at = top; at >= 0; at = previous[at] as number) chain.push(runs[at] as Run)
  return cutOverlaps(chain.reverse())
}

const endOf = (run: Run | undefined): number => (run ? run.old + run.length : 0)

function gain(runs: readonly Run[], before: number, run: Run): number {
  const earlier = before >= 0 ? runs[before] : undefined
  return earlier ? Math.max(0, run.length - overlapOf(earlier, run)) : run.length
}

function overlapOf(earlier: Run, run: Run): number {
  return Math.max(0, earlier.old + earlier.length - run.old, earlier.new + earlier.length - run.new)
}

function cutOverlaps(chain: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of chain) {
    const earlier = kept.at(-1)
    const overlap = earlier ? overlapOf(earlier, run) : 0
    if (overlap >= run.length) continue
    kept.push({ old: run.old + overlap, new: run.new + overlap, length: run.length - overlap })
  }
  return kept
}
