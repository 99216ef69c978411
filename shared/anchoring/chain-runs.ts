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
const slackOf = (run: Run): number => Math.min(mostOverlap, run.length >> 2)

/** Chains that end at each run, built in the order of the old text. */
class Chains {
  /** By the first token that a run insists on. */
  private readonly order: Run[]
  /** Orders of the runs by their last tokens. */
  private readonly byEnd: Int32Array
  private readonly ends: Int32Array
  private readonly weights: Float64Array
  private readonly previous: Int32Array
  private readonly lastOnDiagonal = new Map<number, number>()
  private readonly tree: BestEnding
  private readonly newEnds: Int32Array
  private closed = 0

  constructor(
    runs: readonly Run[],
    private readonly weigh: (run: Run) => number,
  ) {
    this.order = [...runs].sort((p, q) => coreStart(p) - coreStart(q) || p.new - q.new)
    this.byEnd = Int32Array.from(this.order.keys()).sort(
      (p, q) => oldEnd(this.order[p] as Run) - oldEnd(this.order[q] as Run) || p - q,
    )
    this.ends = this.byEnd.map((at) => oldEnd(this.order[at] as Run))
    this.weights = new Float64Array(runs.length)
    this.previous = new Int32Array(runs.length).fill(-1)
    this.newEnds = Int32Array.from(runs, newEnd).sort()
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

  private extend(at: number): void {
    const run = this.order[at] as Run
    this.closeRunsEndingBy(coreStart(run))
    const own = this.weigh(run)
    // A chain that does not begin where the texts do has skipped what stands before it.
    let best = own - costOfGap(run.old + run.new)
    let from = -1
    for (const before of this.candidates(run, at)) {
      const weight = (this.weights[before] as number) + this.gain(this.order[before] as Run, run, own)
      if (weight <= best) continue
      best = weight
      from = before
    }
    this.weights[at] = best
    this.previous[at] = from
    this.lastOnDiagonal.set(run.new - run.old, at)
  }

  /** What a run adds behind an earlier one: its weight without what they share, less the gap between them. */
  private gain(earlier: Run, run: Run, weight: number): number {
    const overlap = overlapOf(earlier, run)
    if (overlap >= run.length) return -gapCost.long
    const shared = overlap > 0 ? this.weigh({ ...run, length: overlap }) : 0
    const skipped = run.old + overlap - oldEnd(earlier) + run.new + overlap - newEnd(earlier)
    return weight - shared - costOfGap(skipped)
  }

  /** Lets the chains that end at or before a place of the old text be continued. */
  private closeRunsEndingBy(place: number): void {
    while (this.closed < this.ends.length && (this.ends[this.closed] as number) <= place) {
      const at = this.byEnd[this.closed] as number
      const rank = countNotAbove(this.newEnds, newEnd(this.order[at] as Run)) - 1
      this.tree.record(rank, this.weights[at] as number, at)
      this.closed += 1
    }
  }

  /** The runs that may come before: the heaviest chain anywhere, the same diagonal, and what ends nearby or overlaps. */
  private candidates(run: Run, own: number): number[] {
    const far = this.tree.upTo(countNotAbove(this.newEnds, run.new + slackOf(run)) - 1)
    const same = this.lastOnDiagonal.get(run.new - run.old)
    const found = [far, same ?? -1].filter((at) => at >= 0)
    this.collectEnding(run, own, run.old + mostOverlap, found)
    // Runs that end in the same boilerplate as the next begins with overlap by as much.
    this.collectEnding(run, own, run.old + longestOverlap, found)
    return found
  }

  /** Collects earlier runs that end, last ones first, at or shortly before a place of the old text. */
  private collectEnding(run: Run, own: number, place: number, found: number[]): void {
    const last = countNotAbove(this.ends, place) - 1
    for (let k = last; k >= 0 && k > last - mostNeighbours; k -= 1) {
      if ((this.ends[k] as number) < run.old - longGapLength) return
      const at = this.byEnd[k] as number
      if (at < own && newEnd(this.order[at] as Run) <= run.new + longestOverlap) found.push(at)
    }
  }
}

/**
 * The heaviest chain of runs whose order is the same in both texts, less what the gaps between them cost (heaviest
 * increasing subsequence with a look at the neighbours, O(n log n)). Where neighbours overlap, the later one is cut.
 */
export function chainRuns(runs: readonly Run[], weigh: (run: Run) => number): Run[] {
  return cutOverlaps(new Chains(runs, weigh).heaviest())
}

const coreStart = (run: Run): number => run.old + slackOf(run)
const oldEnd = (run: Run): number => run.old + run.length
const newEnd = (run: Run): number => run.new + run.length

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
