import type { TokenWindow } from './shared-runs'

/** The largest window, in cells, that is worth comparing token by token. */
export const largestArea = 1 << 18

const bonusForRun = 2
let best = new Float32Array(0)
let matched = new Float32Array(0)

function reserve(cells: number): void {
  if (best.length >= cells) return
  best = new Float32Array(Math.max(cells, 1 << 14))
  matched = new Float32Array(best.length)
}

/**
 * Aligns a small window so that the matched tokens weigh most, with a bonus for neighbours that stay neighbours
 * (global alignment by dynamic programming, O(area)); writes into `map`.
 */
export function alignSmallWindow(
  a: Int32Array,
  b: Int32Array,
  weights: Float32Array,
  window: TokenWindow,
  map: Int32Array,
): void {
  const { oldStart, newStart } = window
  const rows = window.oldEnd - oldStart
  const columns = window.newEnd - newStart
  const width = columns + 1
  reserve((rows + 1) * width)
  best.fill(0, 0, (rows + 1) * width)
  matched.fill(0, 0, (rows + 1) * width)
  for (let row = 1; row <= rows; row += 1) {
    const id = a[oldStart + row - 1] as number
    const weight = weights[id] as number
    for (let column = 1; column <= columns; column += 1) {
      const at = row * width + column
      let top = Math.max(best[at - width] as number, best[at - 1] as number)
      if (id === b[newStart + column - 1]) {
        const score = weight + before(at - width - 1)
        matched[at] = score
        if (score >= top) top = score
      }
      best[at] = top
    }
  }
  traceBack(rows, columns, window, map)
}

const continues = (at: number): boolean =>
  (matched[at] as number) > 0 && (matched[at] as number) + bonusForRun >= (best[at] as number)

const before = (at: number): number =>
  continues(at) ? (matched[at] as number) + bonusForRun : (best[at] as number)

function traceBack(rows: number, columns: number, window: TokenWindow, map: Int32Array): void {
  const width = columns + 1
  let row = rows
  let column = columns
  let mustMatch = false
  while (row > 0 && column > 0) {
    const at = row * width + column
    if (mustMatch || ((matched[at] as number) > 0 && matched[at] === best[at])) {
      map[window.oldStart + row - 1] = window.newStart + column - 1
      mustMatch = continues(at - width - 1)
      row -= 1
      column -= 1
    } else if (best[at - width] === best[at]) row -= 1
    else column -= 1
  }
}
