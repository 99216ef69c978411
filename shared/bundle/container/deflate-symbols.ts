/** Longest and shortest match, and how far back one may lie, in bytes (RFC 1951). */
export const LONGEST_MATCH = 258
export const WINDOW = 1 << 15

export const LITERALS = 286
export const DISTANCES = 30
/** The symbol that ends a block; match lengths follow it. */
export const END_OF_BLOCK = 256
export const FIRST_LENGTH = 257

/** The order in which the header gives the lengths of its own code (RFC 1951, 3.2.7). */
export const HEADER_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Symbols that stand for ranges of numbers: which symbol a number has, where a symbol's range begins, how many bits tell the place in it. */
export interface Ranges {
  readonly symbolOf: Uint8Array
  readonly base: Uint16Array
  readonly extra: Uint8Array
}

/** Ranges grow by one bit every `step` symbols. */
function makeRanges(first: number, last: number, symbols: number, step: number): Ranges {
  const symbolOf = new Uint8Array(last + 1)
  const base = new Uint16Array(symbols)
  const extra = new Uint8Array(symbols)
  let next = first
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const bits = Math.max(0, Math.floor(symbol / step) - 1)
    base[symbol] = next
    extra[symbol] = bits
    symbolOf.fill(symbol, next, next + (1 << bits))
    next += 1 << bits
  }
  return { symbolOf, base, extra }
}

/** Match lengths (RFC 1951, 3.2.5); the greatest one has a symbol of its own. */
export const LENGTH_RANGES = makeRanges(3, LONGEST_MATCH, 29, 4)
LENGTH_RANGES.symbolOf[LONGEST_MATCH] = 28
LENGTH_RANGES.base[28] = LONGEST_MATCH
LENGTH_RANGES.extra[28] = 0

export const DISTANCE_RANGES = makeRanges(1, WINDOW, DISTANCES, 2)
