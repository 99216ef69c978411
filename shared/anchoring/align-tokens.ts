import { type AlignmentTask, alignAround, weighRun } from './align-window'
import { chainRuns } from './chain-runs'
import { liftIslands, settleIslands } from './islands'
import { alignMovedBlocks } from './moved-blocks'
import { alignMovedGaps } from './moved-gaps'
import { findSharedRuns } from './shared-runs'
import type { TokenText } from './tokens'

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
const mostCopies = 24

/**
 * Aligns two whole texts in about linear time: runs unique to both, their heaviest chain, the gaps between, and last
 * the blocks that stand elsewhere.
 */
export function alignTokens(old: TokenText, fresh: TokenText, weights: Float32Array): TokenAlignment {
  const a = old.ids
  const b = fresh.ids
  const task: AlignmentTask = {
    a,
    b,
    weights,
    map: new Int32Array(a.length).fill(-1),
    oldLines: old.lineStarts,
    newLines: fresh.lineStarts,
  }
  const whole = { oldStart: 0, oldEnd: a.length, newStart: 0, newEnd: b.length }
  const runs = findSharedRuns(a, b, whole, gramSize, mostCopies)
  alignAround(
    task,
    chainRuns(runs, (run) => weighRun(task, run)),
    whole,
  )
  const islands = liftIslands(task)
  const part = new Int32Array(a.length)
  const inverse = invert(task.map, b.length)
  const blocks = alignMovedBlocks(
    task,
    inverse,
    part,
    runs.filter(({ isUnique }) => isUnique),
  )
  alignMovedGaps(task, inverse, part, blocks + 1)
  settleIslands(task, inverse, islands)
  return { map: task.map, inverse, part }
}

function invert(map: Int32Array, length: number): Int32Array {
  const inverse = new Int32Array(length).fill(-1)
  for (let i = 0; i < map.length; i += 1) if ((map[i] as number) >= 0) inverse[map[i] as number] = i
  return inverse
}
