import type { AlignmentTask } from './align-window'
import { gapCost } from './gap-cost'
import type { TokenWindow } from './shared-runs'

/** The largest window, in cells, that is worth comparing token by token. */
export const largestArea = 1 << 18

/** What the best alignment of two beginnings ends with: a match, a short gap or a long one. */
const state = { match: 0, short: 1, long: 2 } as const

/** How a gap came to end here: opened or carried on, by skipping an old token or a new one. */
const step = { openOld: 0, openNew: 1, carryOld: 2, carryNew: 3 } as const

/** A cell's trace: the state before its match in two bits, the step of its short gap and that of its long one. */
const shortBits = 2
const longBits = 4

const impossible = -1e9

/** Scores of one row of cells, by what ends there. */
interface Row {
  match: Float32Array
  short: Float32Array
  long: Float32Array
}

const makeRow = (width: number): Row => ({
  match: new Float32Array(width),
  short: new Float32Array(width),
  long: new Float32Array(width),
})

let rows: [Row, Row] = [makeRow(0), makeRow(0)]
let traces = new Uint8Array(0)

function reserve(width: number, cells: number): void {
  if (rows[0].match.length < width) rows = [makeRow(width * 2), makeRow(width * 2)]
  if (traces.length < cells) traces = new Uint8Array(Math.max(cells, 1 << 14))
  traces.fill(0, 0, cells)
}

/**
 * Aligns a small window so that the matched tokens weigh most, less what the gaps between them cost (dynamic programming
 * with gaps that skip tokens of both texts, after Altschul's generalised affine gaps, O(area)); writes into `map`. Since
 * gaps cost, a block that was copied stays whole and next to its neighbours, and words that agree by chance stay apart.
 */
export function alignSmallWindow(task: AlignmentTask, window: TokenWindow): void {
  const height = window.oldEnd - window.oldStart
  const width = window.newEnd - window.newStart + 1
  reserve(width, (height + 1) * width)
  let [above, here] = rows
  here.match.fill(impossible, 0, width)
  here.short.fill(impossible, 0, width)
  here.long.fill(impossible, 0, width)
  here.match[0] = 0
  skipNewTokens(task, window, 0, width, here)
  for (let row = 1; row <= height; row += 1) {
    ;[above, here] = [here, above]
    matchTokens(task, window, row, width, above, here)
    skipOldToken(task, window, row, width, above, here)
    skipNewTokens(task, window, row, width, here)
  }
  const last = width - 1
  const ends = [here.match, here.short, here.long].map((scores) => scores[last] as number)
  traceBack(task, window, height, width, ends.indexOf(Math.max(...ends)))
}

/** Whether blocks can have come or gone between these tokens and the ones before them. */
const isBetweenLines = (task: AlignmentTask, old: number, fresh: number): boolean =>
  task.oldLines?.[old] === 1 && task.newLines?.[fresh] === 1

function matchTokens(
  task: AlignmentTask,
  window: TokenWindow,
  row: number,
  width: number,
  above: Row,
  here: Row,
): void {
  const old = window.oldStart + row - 1
  const id = task.a[old] as number
  const weight = task.weights[id] as number
  here.match[0] = impossible
  for (let column = 1; column < width; column += 1) {
    const fresh = window.newStart + column - 1
    if (task.b[fresh] !== id) {
      here.match[column] = impossible
      continue
    }
    let best = above.match[column - 1] as number
    let before: number = state.match
    const short = above.short[column - 1] as number
    if (short > best) {
      best = short
      before = state.short
    }
    const long = (above.long[column - 1] as number) - (isBetweenLines(task, old, fresh) ? 0 : gapCost.midLine)
    if (long > best) {
      best = long
      before = state.long
    }
    here.match[column] = best + weight
    traces[row * width + column] = before
  }
}

function skipOldToken(
  task: AlignmentTask,
  window: TokenWindow,
  row: number,
  width: number,
  above: Row,
  here: Row,
): void {
  const old = window.oldStart + row - 1
  for (let column = 0; column < width; column += 1) {
    const matched = above.match[column] as number
    const openShort = matched - gapCost.short
    const short = above.short[column] as number
    here.short[column] = Math.max(openShort, short) - gapCost.perToken
    const clean = isBetweenLines(task, old, window.newStart + column) ? 0 : gapCost.midLine
    const openLong = matched - gapCost.long - clean
    const long = above.long[column] as number
    here.long[column] = Math.max(openLong, long)
    const at = row * width + column
    const steps =
      ((short > openShort ? step.carryOld : step.openOld) << shortBits) |
      ((long > openLong ? step.carryOld : step.openOld) << longBits)
    traces[at] = (traces[at] as number) | steps
  }
}

function skipNewTokens(
  task: AlignmentTask,
  window: TokenWindow,
  row: number,
  width: number,
  here: Row,
): void {
  const old = window.oldStart + row
  for (let column = 1; column < width; column += 1) {
    const matched = here.match[column - 1] as number
    const at = row * width + column
    const openShort = matched - gapCost.short
    const carriedShort = here.short[column - 1] as number
    const short = Math.max(openShort, carriedShort) - gapCost.perToken
    if (short > (here.short[column] as number)) {
      here.short[column] = short
      noteStep(at, shortBits, carriedShort > openShort)
    }
    const clean = isBetweenLines(task, old, window.newStart + column - 1) ? 0 : gapCost.midLine
    const openLong = matched - gapCost.long - clean
    const carriedLong = here.long[column - 1] as number
    const long = Math.max(openLong, carriedLong)
    if (long > (here.long[column] as number)) {
      here.long[column] = long
      noteStep(at, longBits, carriedLong > openLong)
    }
  }
}

function noteStep(at: number, bits: number, isCarried: boolean): void {
  const others = (traces[at] as number) & ~(3 << bits)
  traces[at] = others | ((isCarried ? step.carryNew : step.openNew) << bits)
}

function traceBack(
  task: AlignmentTask,
  window: TokenWindow,
  height: number,
  width: number,
  end: number,
): void {
  let row = height
  let column = width - 1
  let now = end
  while (row > 0 || column > 0) {
    const trace = traces[row * width + column] as number
    if (now === state.match) {
      task.map[window.oldStart + row - 1] = window.newStart + column - 1
      now = trace & 3
      row -= 1
      column -= 1
      continue
    }
    const taken = (trace >> (now === state.short ? shortBits : longBits)) & 3
    if (taken === step.openOld || taken === step.openNew) now = state.match
    if (taken === step.openOld || taken === step.carryOld) row -= 1
    else column -= 1
  }
}
