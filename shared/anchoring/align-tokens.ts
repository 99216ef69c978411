import { type AlignmentTask, alignAround } from './align-window'
import { chainRuns } from './chain-runs'
import { alignMovedBlocks } from './moved-blocks'
import { alignMovedGaps } from './moved-gaps'
import { findSharedRuns } from './shared-runs'

/**
 * Where every token of an old text is in a new one: `map[i]` is a new token or -1, `inverse` the way back, and
 * `part[i]` is 0 for what kept its order and the number of the moved block otherwise.
 */
export interface TokenAlignment {
  readonly map: Int32Array
  readonly inverse: Int32Array
  readonly part: Int32Array
}

const gramSize = 4

/**
 * Aligns two whole texts in about linear time: runs unique to both, their heaviest chain, the gaps between, and last
 * the blocks that stand elsewhere.
 */
export function alignTokens(a: Int32Array, b: Int32Array, weights: Float32Array): TokenAlignment {
  const task: AlignmentTask = { a, b, weights, map: new Int32Array(a.length).fill(-1) }
  const whole = { oldStart: 0, oldEnd: a.length, newStart: 0, newEnd: b.length }
  const runs = findSharedRuns(a, b, whole, gramSize)
  alignAround(task, chainRuns(runs), whole)
  dropIslands(task.map, b.length)
  const part = new Int32Array(a.length)
  const inverse = invert(task.map, b.length)
  const blocks = alignMovedBlocks(task, inverse, part, runs)
  alignMovedGaps(task, inverse, part, blocks + 1)
  return { map: task.map, inverse, part }
}

function invert(map: Int32Array, length: number): Int32Array {
  const inverse = new Int32Array(length).fill(-1)
  for (let i = 0; i < map.length; i += 1) if ((map[i] as number) >= 0) inverse[map[i] as number] = i
  return inverse
}

const islandWidth = 2
const emptySea = 10

/**
 * Unmaps one or two lonely words in the middle of a stretch that has nothing else in common: between rewritten
 * paragraphs such matches are chance.
 */
function dropIslands(map: Int32Array, newLength: number): void {
  let seaBefore = 0
  let newBefore = 0
  for (let i = 0; i < map.length; ) {
    const from = i
    if ((map[i] as number) < 0) {
      i += 1
      seaBefore += 1
      continue
    }
    while (i + 1 < map.length && map[i + 1] === (map[i] as number) + 1) i += 1
    i += 1
    let next = i
    while (next < map.length && (map[next] as number) < 0) next += 1
    const newAfter = next < map.length ? (map[next] as number) : newLength
    const start = map[from] as number
    const end = (map[i - 1] as number) + 1
    const lonely =
      Math.min(seaBefore, next - i) >= emptySea || Math.min(start - newBefore, newAfter - end) >= emptySea
    if (i - from <= islandWidth && lonely) {
      map.fill(-1, from, i)
      seaBefore += i - from
    } else {
      seaBefore = 0
      newBefore = end
    }
  }
}
