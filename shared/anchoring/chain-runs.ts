import { costOfGap, gapCost, longGapLength } from './gap-cost'
import type { Run } from './shared-runs'
import { countNotAbove } from './tokens'

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

const mostNeighbours = 200
const mostOverlap = 8
const longestOverlap = 64

/** How many tokens at its start a run may leave to the one before it. */
const slackOf = (length: number): number => Math.min(mostOverlap, length >> 2)

const oldEnd = (run: Run): number => run.old + run.length
const newEnd = (run: Run): number => run.new + run.length

/** The first token that a run insists on. */
const coreStart = (run: Run): number => run.old + slackOf(run.length)

/** Chains that end at each run, built in the order of the old text. */
class Chains {
  /** By the first token that each insists on. */
  private readonly order: Run[]
  /** By order: first tokens and ends (exclusive) in both texts. */
  private readonly oldStarts: Int32Array
  private readonly newStarts: Int32Array
  private readonly oldEnds: Int32Array
  private readonly newEnds: Int32Array
  /** Orders of the runs by their last tokens, and those tokens. */
  private readonly byEnd: Int32Array
  private readonly sortedOldEnds: Int32Array
  private readonly sortedNewEnds: Int32Array
  private readonly weights: Float64Array
  private readonly previous: Int32Array
  private readonly lastOnDiagonal = new Map<number, number>()
  private readonly tree: BestEnding
  private closed = 0
  /** The best chain before the run that is being added, and what both weigh together. */
  private from = -1
  private best = 0

  constructor(
    runs: readonly Run[],
    private readonly weigh: (from: number, to: number) => number,
  ) {
    this.order = [...runs].sort((p, q) => coreStart(p) - coreStart(q) || p.new - q.new)
    this.oldStarts = Int32Array.from(this.order, (run) => run.old)
    this.newStarts = Int32Array.from(this.order, (run) => run.new)
    this.oldEnds = Int32Array.from(this.order, oldEnd)
    this.newEnds = Int32Array.from(this.order, newEnd)
    const ends = this.oldEnds
    this.byEnd = Int32Array.from(this.order.keys()).sort(
      (p, q) => (ends[p] as number) - (ends[q] as number) || p - q,
    )
    this.sortedOldEnds = this.byEnd.map((at) => ends[at] as number)
    this.sortedNewEnds = this.newEnds.slice().sort()
    this.weights = new Float64Array(runs.length)
    this.previous = new Int32Array(runs.length).fill(-1)
    this.tree = new BestEnding(runs.length)
  }

  heaviest(): Run[] {
    let top = -1
    for (let at = 0; at < this.order.length; at += 1) {
      this.extend(at)
      if (top < 0 || (this.weights[at] as number) > (this.weights[top] as number)) top = at
    }
    const chain: Run[] = []
    for (let at = top; at >= 0; at = this.previous[at] as number) chain.push(this.order[at] as Run)
    return chain.reverse()
  }

  /** Puts a run behind the best of what may come before it: any chain, the same diagonal, what ends nearby or overlaps. */
  private extend(at: number): void {
    const run = this.order[at] as Run
    this.closeRunsEndingBy(coreStart(run))
    // A chain that does not begin where the texts do has skipped what stands before it.
    this.best = this.weigh(run.old, oldEnd(run)) - costOfGap(run.old + run.new)
    this.from = -1
    const reach = run.new + slackOf(run.length)
    this.consider(this.tree.upTo(countNotAbove(this.sortedNewEnds, reach) - 1), at)
    this.consider(this.lastOnDiagonal.get(run.new - run.old) ?? -1, at)
    this.considerEnding(at, run.old + mostOverlap)
    // Runs that end in the same boilerplate as the next begins with overlap by as much.
    this.considerEnding(at, run.old + Math.max(longestOverlap, run.length - 1))
    this.weights[at] = this.best
    this.previous[at] = this.from
    this.lastOnDiagonal.set(run.new - run.old, at)
  }

  /** Weighs a run behind an earlier one: without what they share, less the gap between them. */
  private consider(before: number, at: number): void {
    if (before < 0) return
    const start = this.oldStarts[at] as number
    const end = this.oldEnds[at] as number
    const oldGap = start - (this.oldEnds[before] as number)
    const newGap = (this.newStarts[at] as number) - (this.newEnds[before] as number)
    const overlap = Math.max(0, -oldGap, -newGap)
    const gain =
      start + overlap >= end
        ? -gapCost.long
        : this.weigh(start + overlap, end) - costOfGap(oldGap + newGap + 2 * overlap)
    const weight = (this.weights[before] as number) + gain
    if (weight <= this.best) return
    this.best = weight
    this.from = before
  }

  /** Lets the chains that end at or before a place of the old text be continued. */
  private closeRunsEndingBy(place: number): void {
    while (this.closed < this.byEnd.length && (this.sortedOldEnds[this.closed] as number) <= place) {
      const at = this.byEnd[this.closed] as number
      const rank = countNotAbove(this.sortedNewEnds, this.newEnds[at] as number) - 1
      this.tree.record(rank, this.weights[at] as number, at)
      this.closed += 1
    }
  }

  /** Considers earlier runs that end, last ones first, at or shortly before a place of the old text. */
  private considerEnding(at: number, place: number): void {
    const nearest = (this.oldStarts[at] as number) - longGapLength
    const farthest = Math.max((this.newStarts[at] as number) + longestOverlap, this.newEnds[at] as number)
    const last = countNotAbove(this.sortedOldEnds, place) - 1
    for (let k = last; k >= 0 && k > last - mostNeighbours; k -= 1) {
      if ((this.sortedOldEnds[k] as number) < nearest) return
      const before = this.byEnd[k] as number
      if (before < at && (this.newEnds[before] as number) <= farthest) this.consider(before, at)
    }
  }
}

/**
 * The heaviest chain of runs whose order is the same in both texts, less what the gaps between them cost (heaviest
 * increasing subsequence with a look at the neighbours, O(n log n)). Where neighbours overlap, the later one is cut.
 * `weigh` gives the weight of old tokens, end exclusive.
 */
export function chainRuns(runs: readonly Run[], weigh: (from: number, to: number) => number): Run[] {
  return cutOverlaps(new Chains(runs, weigh).heaviest())
}

function overlapOf(earlier: Run, run: Run): number {
  return Math.max(0, oldEnd(earlier) - run.old, newEnd(earlier) - run.new)
}

function cutOverlaps(chain: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of chain) {
    const earlier = kept.at(-1)
    const overlap = earlier ? overlapOf(earlier, run) : 0
    if (overlap >= run.length) continue
    kept.push({
      ...run,
      old: run.old + overlap,
      new: run.new + overlap,
      length: run.length - overlap,
    })
  }
  return kept
}
