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

let rows: readonly [Row, Row] = [makeRow(0), makeRow(0)]
let traces = new Uint8Array(0)

function reserve(width: number, cells: number): void {
  if (rows[0].match.length < width) rows = [makeRow(width * 2), makeRow(width * 2)]
  if (traces.length < cells) traces = new Uint8Array(Math.max(cells, 1 << 14))
  traces.fill(0, 0, cells)
}

/** A window that is being aligned: its row of cells so far, the row above, and where the traces of a row begin. */
interface Sweep {
  readonly task: AlignmentTask
  readonly window: TokenWindow
  readonly width: number
  row: number
  above: Row
  here: Row
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
  const sweep: Sweep = { task, window, width, row: 0, above: rows[0], here: rows[1] }
  clear(sweep)
  sweep.here.match[0] = 0
  skipNewTokens(sweep)
  for (sweep.row = 1; sweep.row <= height; sweep.row += 1) {
    const { above, here } = sweep
    sweep.above = here
    sweep.here = above
    clear(sweep)
    matchTokens(sweep)
    skipOldToken(sweep)
    skipNewTokens(sweep)
  }
  const { match, short, long } = sweep.here
  const ends = [match, short, long].map((scores) => scores[width - 1] as number)
  traceBack(task, window, height, width, ends.indexOf(Math.max(...ends)))
}

function clear({ here, width }: Sweep): void {
  here.match.fill(impossible, 0, width)
  here.short.fill(impossible, 0, width)
  here.long.fill(impossible, 0, width)
}

/** What opening or closing a long gap costs more between these tokens, by whether blocks can have come or gone there. */
function costInLine(task: AlignmentTask, isOldEdge: boolean, fresh: number): number {
  return isOldEdge && task.newLines?.[fresh] === 1 ? 0 : gapCost.midLine
}

function matchTokens({ task, window, width, row, above, here }: Sweep): void {
  const old = window.oldStart + row - 1
  const id = task.a[old] as number
  const weight = task.weights[id] as number
  const isOldEdge = task.oldLines?.[old] === 1
  for (let column = 1; column < width; column += 1) {
    const fresh = window.newStart + column - 1
    if (task.b[fresh] !== id) continue
    let best = above.match[column - 1] as number
    let before: number = state.match
    const short = above.short[column - 1] as number
    if (short > best) {
      best = short
      before = state.short
    }
    const long = (above.long[column - 1] as number) - costInLine(task, isOldEdge, fresh)
    if (long > best) {
      best = long
      before = state.long
    }
    here.match[column] = best + weight
    traces[row * width + column] = before
  }
}

/** Lets the gaps of the row above, and new ones behind its matches, take in this row's old token. */
function skipOldToken({ task, window, width, row, above, here }: Sweep): void {
  const old = window.oldStart + row - 1
  const isOldEdge = task.oldLines?.[old] === 1
  for (let column = 0; column < width; column += 1) {
    const opening = costInLine(task, isOldEdge, window.newStart + column)
    const at = row * width + column
    stretchGaps(above, column, here, column, opening, at, step.openOld, step.carryOld)
  }
}

/** Lets the gaps of this row, and new ones behind its matches, take in new tokens, where that is better. */
function skipNewTokens({ task, window, width, row, here }: Sweep): void {
  const isOldEdge = task.oldLines?.[window.oldStart + row] === 1
  for (let column = 1; column < width; column += 1) {
    const opening = costInLine(task, isOldEdge, window.newStart + column - 1)
    const at = row * width + column
    stretchGaps(here, column - 1, here, column, opening, at, step.openNew, step.carryNew)
  }
}

/** Carries both kinds of gap on from one cell to the next, or opens them there, if that beats what the next one has. */
function stretchGaps(
  before: Row,
  from: number,
  here: Row,
  to: number,
  opening: number,
  at: number,
  open: number,
  carry: number,
): void {
  const matched = before.match[from] as number
  const openShort = matched - gapCost.short
  const carriedShort = before.short[from] as number
  const isShortCarried = carriedShort > openShort
  const short = (isShortCarried ? carriedShort : openShort) - gapCost.perToken
  if (short > (here.short[to] as number)) {
    here.short[to] = short
    noteStep(at, shortBits, isShortCarried ? carry : open)
  }
  const openLong = matched - gapCost.long - opening
  const carriedLong = before.long[from] as number
  const isLongCarried = carriedLong > openLong
  const long = isLongCarried ? carriedLong : openLong
  if (long > (here.long[to] as number)) {
    here.long[to] = long
    noteStep(at, longBits, isLongCarried ? carry : open)
  }
}

function noteStep(at: number, bits: number, taken: number): void {
  traces[at] = ((traces[at] as number) & ~(3 << bits)) | (taken << bits)
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
