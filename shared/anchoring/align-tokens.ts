import { type AlignmentTask, alignAround, makeWeigher } from './align-window'
import { chainRuns } from './chain-runs'
import { liftIslands, settleIslands } from './islands'
import { mendDetours } from './mend-detours'
import { alignMovedBlocks } from './moved-blocks'
import { alignMovedGaps } from './moved-gaps'
import { settleCopies } from './settle-copies'
import { findSharedRuns, type Run } from './shared-runs'
import type { TokenText } from './tokens'

/**
 * Where every token of an old text is in a new one: `map[i]` is a new token or -1, `inverse` the way back, and
 * `part[i]` is 0 for what kept its order and the number of the moved block otherwise. `contested[i]` is 1 for tokens of
 * equal lines that outnumber what is left for them in the new text, so that none has the better claim: they have no
 * partner, though `ordered` keeps the one that their mere order would give them (-1 for none).
 */
export interface TokenAlignment {
  readonly map: Int32Array
  readonly inverse: Int32Array
  readonly part: Int32Array
  readonly contested: Uint8Array
  readonly ordered: Int32Array
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
  if (isSame(a, b)) return identity(a.length)
  const whole = { oldStart: 0, oldEnd: a.length, newStart: 0, newEnd: b.length }
  const runs = findSharedRuns(a, b, whole, gramSize, mostCopies)
  const chain = chainRuns(runs, makeWeigher(task, whole))
  alignAround(
    task,
    chain.map((run) => trimAtLines(task, run)),
    whole,
  )
  mendDetours(task)
  const islands = liftIslands(task)
  const part = new Int32Array(a.length)
  const inverse = invert(task.map, b.length)
  const unique = runs.filter(({ isUnique }) => isUnique).map((run) => trimAtLines(task, run))
  const blocks = alignMovedBlocks(task, inverse, part, unique)
  const ordered = task.map.slice()
  const { nextPart, contested } = settleCopies(task, inverse, part, runs, blocks + 1)
  alignMovedGaps(task, inverse, part, nextPart, contested)
  settleIslands(task, inverse, islands)
  bridgeGaps(task, inverse, part)
  return { map: task.map, inverse, part, contested, ordered }
}

const isSame = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at])

function identity(length: number): TokenAlignment {
  const map = Int32Array.from({ length }, (_, at) => at)
  return {
    map,
    inverse: map.slice(),
    part: new Int32Array(length),
    contested: new Uint8Array(length),
    ordered: map,
  }
}

const mostStrayed = 3

/**
 * Cuts a run back to a line's edge that it passes by a few tokens: blocks that end in the same full stop or begin with
 * the same word do not belong together for that. If they do, the alignment around the run finds those tokens again.
 */
function trimAtLines({ oldLines, newLines }: AlignmentTask, run: Run): Run {
  const isEdge = (k: number): boolean => oldLines?.[run.old + k] === 1 && newLines?.[run.new + k] === 1
  let head = 0
  let tail = 0
  for (let k = 1; k <= mostStrayed; k += 1) {
    if (isEdge(k)) head = k
    if (tail === 0 && isEdge(run.length - k)) tail = k
  }
  const length = run.length - head - tail
  if ((head === 0 && tail === 0) || length < gramSize) return run
  return { ...run, old: run.old + head, new: run.new + head, length }
}

function invert(map: Int32Array, length: number): Int32Array {
  const inverse = new Int32Array(length).fill(-1)
  for (let i = 0; i < map.length; i += 1) if ((map[i] as number) >= 0) inverse[map[i] as number] = i
  return inverse
}

const longestBridge = 40

/**
 * Where a text stands word for word between two tokens that have kept their distance, it is all there, whatever became
 * of single words in it: gives them back to where their neighbours are.
 */
function bridgeGaps(task: AlignmentTask, inverse: Int32Array, part: Int32Array): void {
  const { a, b, map } = task
  for (let i = 0; i + 1 < a.length; i += 1) {
    const j = map[i] as number
    if (j < 0 || map[i + 1] === j + 1) continue
    let length = 1
    while (length <= longestBridge && j + length < b.length && a[i + length] === b[j + length]) {
      if (map[i + length] === j + length) break
      length += 1
    }
    if (length === 1 || map[i + length] !== j + length) continue
    for (let k = 1; k < length; k += 1) {
      const before = map[i + k] as number
      const rival = inverse[j + k] as number
      if (before >= 0) inverse[before] = -1
      if (rival >= 0) map[rival] = -1
      map[i + k] = j + k
      inverse[j + k] = i + k
      part[i + k] = part[i] as number
    }
  }
}
