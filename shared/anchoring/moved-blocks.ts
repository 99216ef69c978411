import { type AlignmentTask, alignAround } from './align-window'
import type { Run } from './shared-runs'

const largestJump = 60
const lookBack = 24
const leastWeight = 60
const margin = 400
const widestSea = 20

/**
 * Finds blocks that stand in another place than order would have them: leftover runs that lie close together in both
 * texts. Writes them into `task.map`, `inverse` and `part` (numbered from 1), heaviest first, never over what is mapped.
 * Gives their number.
 */
export function alignMovedBlocks(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  runs: readonly Run[],
): number {
  const free = runs.flatMap((run) => freeParts(run, task.map, inverse))
  const clusters = clusterRuns(free, task.map, inverse).sort((x, y) => weightOf(task, y) - weightOf(task, x))
  let number = 0
  for (const cluster of clusters) {
    if (weightOf(task, cluster) < leastWeight) continue
    const open = cluster.flatMap((run) => freeParts(run, task.map, inverse))
    if (open.length === 0 || weightOf(task, open) < leastWeight) continue
    number += 1
    alignCluster(task, inverse, part, open, number)
  }
  return number
}

/** The parts of a run whose tokens are mapped on neither side. */
function freeParts(run: Run, map: Int32Array, inverse: Int32Array): Run[] {
  const parts: Run[] = []
  let length = 0
  for (let k = 0; k <= run.length; k += 1) {
    const isFree = k < run.length && (map[run.old + k] as number) < 0 && (inverse[run.new + k] as number) < 0
    if (isFree) length += 1
    else {
      if (length > 1) parts.push({ ...run, old: run.old + k - length, new: run.new + k - length, length })
      length = 0
    }
  }
  return parts
}

function clusterRuns(runs: readonly Run[], map: Int32Array, inverse: Int32Array): Run[][] {
  const clusters: Run[][] = []
  for (const run of [...runs].sort((p, q) => p.old - q.old)) {
    const home = clusters
      .slice(-lookBack)
      .find((cluster) => follows(cluster.at(-1) as Run, run, map, inverse))
    if (home) home.push(run)
    else clusters.push([run])
  }
  return clusters
}

function follows(earlier: Run, run: Run, map: Int32Array, inverse: Int32Array): boolean {
  const oldEnd = earlier.old + earlier.length
  const newEnd = earlier.new + earlier.length
  const oldJump = run.old - oldEnd
  const newJump = run.new - newEnd
  if (oldJump < 0 || newJump < 0 || oldJump > largestJump || newJump > largestJump) return false
  return isMostlyFree(map, oldEnd, run.old) && isMostlyFree(inverse, newEnd, run.new)
}

/** A block that stands elsewhere does not have words of the ordered text strewn into it. */
function isMostlyFree(taken: Int32Array, from: number, to: number): boolean {
  let count = 0
  for (let at = from; at < to; at += 1) if ((taken[at] as number) >= 0) count += 1
  return count <= (to - from) * 0.3
}

function weightOf(task: AlignmentTask, runs: readonly Run[]): number {
  let weight = 0
  for (const run of runs) {
    for (let k = 0; k < run.length; k += 1) weight += task.weights[task.a[run.old + k] as number] as number
  }
  return weight
}

function alignCluster(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  cluster: readonly Run[],
  number: number,
): void {
  const first = cluster[0] as Run
  const last = cluster.at(-1) as Run
  const window = {
    oldStart: reach(task.map, first.old, -1),
    oldEnd: reach(task.map, last.old + last.length - 1, 1) + 1,
    newStart: reach(inverse, first.new, -1),
    newEnd: reach(inverse, last.new + last.length - 1, 1) + 1,
  }
  // Between the runs only free tokens may be used; a mapped one in between belongs to somebody else.
  const shifted = {
    ...task,
    a: task.a.subarray(window.oldStart, window.oldEnd),
    ...(task.oldLines && { oldLines: task.oldLines.subarray(window.oldStart, window.oldEnd + 1) }),
    map: new Int32Array(window.oldEnd - window.oldStart).fill(-1),
  }
  const moved = cluster.map((run) => ({ ...run, old: run.old - window.oldStart }))
  const inner = { ...window, oldStart: 0, oldEnd: window.oldEnd - window.oldStart }
  alignAround(shifted, moved, inner)
  cutAtSea(shifted, first.old - window.oldStart, -1)
  cutAtSea(shifted, last.old + last.length - 1 - window.oldStart, 1)
  for (let k = 0; k < shifted.map.length; k += 1) {
    const target = shifted.map[k] as number
    const place = window.oldStart + k
    if (target < 0 || (task.map[place] as number) >= 0 || (inverse[target] as number) >= 0) continue
    task.map[place] = target
    inverse[target] = place
    part[place] = number
  }
}

/** Walks outwards from a mapped token and unmaps what lies beyond a wide sea, unless it weighs as much as a block. */
function cutAtSea(task: AlignmentTask, from: number, step: -1 | 1): void {
  const { map } = task
  let shore = from
  let beyond: number[] = []
  let weight = 0
  const cut = (): void => {
    if (weight < leastWeight) for (const at of beyond) map[at] = -1
    beyond = []
    weight = 0
  }
  for (let at = from + step; at >= 0 && at < map.length; at += step) {
    if ((map[at] as number) < 0) continue
    const oldGap = Math.abs(at - shore)
    const newGap = Math.abs((map[at] as number) - (map[shore] as number))
    if (Math.max(oldGap, newGap) > widestSea) {
      cut()
      beyond.push(at)
    } else if (beyond.length > 0) beyond.push(at)
    if (beyond.length > 0) weight += task.weights[task.a[at] as number] as number
    shore = at
  }
  cut()
}

/** Goes from a free token through free neighbours, at most `margin` of them. */
function reach(taken: Int32Array, from: number, step: -1 | 1): number {
  let at = from
  for (let steps = 0; steps < margin; steps += 1) {
    const next = at + step
    if (next < 0 || next >= taken.length || (taken[next] as number) >= 0) break
    at = next
  }
  return at
}
