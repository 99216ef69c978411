const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const CELLS_A_SIDE = 65536

/** Puts a zero before each of the lowest 16 bits. */
function spreadBits(value: number): number {
  let bits = value
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

function boundsOf(values: Float32Array): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** Sorts `order` and `codes` together by the code, eleven bits at a time; equal codes keep their order. */
function sortByCode(order: Int32Array, codes: Uint32Array): void {
  const count = order.length
  let [fromOrder, fromCodes]: [Int32Array, Uint32Array] = [order, codes]
  let [toOrder, toCodes]: [Int32Array, Uint32Array] = [new Int32Array(count), new Uint32Array(count)]
  const starts = new Int32Array(DIGITS)
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    starts.fill(0)
    for (let at = 0; at < count; at += 1) starts[((fromCodes[at] as number) >>> shift) & (DIGITS - 1)]!++
    let sum = 0
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const size = starts[digit] as number
      starts[digit] = sum
      sum += size
    }
    for (let at = 0; at < count; at += 1) {
      const code = fromCodes[at] as number
      const place = starts[(code >>> shift) & (DIGITS - 1)]!++
      toCodes[place] = code
      toOrder[place] = fromOrder[at] as number
    }
    ;[fromOrder, toOrder] = [toOrder, fromOrder]
    ;[fromCodes, toCodes] = [toCodes, fromCodes]
  }
  if (fromOrder !== order) {
    order.set(fromOrder)
    codes.set(fromCodes)
  }
}

/**
 * Sorts points along the Z-shaped curve of Morton (1966) over a square of 65,536 cells a side around them all:
 * fills `order` with their numbers and `codes` with their sorted cell codes. Returns the side of the square.
 */
export function sortByCell(x: Float32Array, y: Float32Array, order: Int32Array, codes: Uint32Array): number {
  const [left, right] = boundsOf(x)
  const [top, bottom] = boundsOf(y)
  const width = Math.max(right - left, bottom - top) * 1.0001 + 1e-3
  const toCell = CELLS_A_SIDE / width
  for (let body = 0; body < x.length; body += 1) {
    const column = (((x[body] as number) - left) * toCell) | 0
    const row = (((y[body] as number) - top) * toCell) | 0
    codes[body] = (spreadBits(column) | (spreadBits(row) << 1)) >>> 0
    order[body] = body
  }
  sortByCode(order, codes)
  return width
}
