import { alignSmallWindow, largestArea } from './align-small-window'
import { chainRuns } from './chain-runs'
import { findSharedRuns, type Run, type TokenWindow } from './shared-runs'

/** Two token sequences and where each old token has gone (`map[i]` is a new token or -1). */
export interface AlignmentTask {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weights: Float32Array
  readonly map: Int32Array
  /** 1 for tokens that begin a line, one more for the end; blocks come and go as whole lines. */
  readonly oldLines?: Uint8Array
  readonly newLines?: Uint8Array
}

const gramSizes = [16, 8, 4, 2, 1]
const comfortableArea = 1 << 15
const deepest = 24

/**
 * Aligns a stretch of the old with a stretch of the new text in order: equal ends first, then runs that are unique on
 * both sides, then what lies between them, down to windows small enough to compare token by token.
 */
export function alignWindow(task: AlignmentTask, window: TokenWindow, depth = 0): void {
  const rest = matchEnds(task, window)
  const area = (rest.oldEnd - rest.oldStart) * (rest.newEnd - rest.newStart)
  if (area === 0) return
  if (area <= comfortableArea) {
    alignSmallWindow(task, rest)
    return
  }
  const chain = depth < deepest ? findChain(task, rest) : []
  if (chain.length > 0) alignAround(task, chain, rest, depth + 1)
  else if (area <= largestArea) alignSmallWindow(task, rest)
}

/** Writes a chain of runs into the map and aligns the stretches before, between and after them. */
export function alignAround(
  task: AlignmentTask,
  chain: readonly Run[],
  window: TokenWindow,
  depth = 0,
): void {
  let { oldStart, newStart } = window
  for (const run of chain) {
    for (let k = 0; k < run.length; k += 1) task.map[run.old + k] = run.new + k
    alignWindow(task, { oldStart, oldEnd: run.old, newStart, newEnd: run.new }, depth)
    oldStart = run.old + run.length
    newStart = run.new + run.length
  }
  alignWindow(task, { ...window, oldStart, newStart }, depth)
}

/** Weighs stretches of the old tokens of a window, in bits, each in one step. */
export function makeWeigher(
  { a, weights }: AlignmentTask,
  { oldStart, oldEnd }: TokenWindow,
): (from: number, to: number) => number {
  const sums = new Float64Array(oldEnd - oldStart + 1)
  for (let k = 0; k < oldEnd - oldStart; k += 1)
    sums[k + 1] = (sums[k] as number) + (weights[a[oldStart + k] as number] as number)
  return (from, to) => (sums[to - oldStart] as number) - (sums[from - oldStart] as number)
}

function findChain(task: AlignmentTask, window: TokenWindow): Run[] {
  for (const size of gramSizes) {
    const runs = findSharedRuns(task.a, task.b, window, size)
    if (runs.length > 0) return chainRuns(runs, makeWeigher(task, window))
  }
  return []
}

function matchEnds(task: AlignmentTask, window: TokenWindow): TokenWindow {
  const { a, b, map } = task
  let { oldStart, oldEnd, newStart, newEnd } = window
  while (oldStart < oldEnd && newStart < newEnd && a[oldStart] === b[newStart]) {
    map[oldStart] = newStart
    oldStart += 1
    newStart += 1
  }
  while (oldStart < oldEnd && newStart < newEnd && a[oldEnd - 1] === b[newEnd - 1]) {
    oldEnd -= 1
    newEnd -= 1
    map[oldEnd] = newEnd
  }
  return { oldStart, oldEnd, newStart, newEnd }
}
