/**
 * What the next bits of a deflated stream mean: by as many bits as the longest code has, `value << 8 | extra bits << 4 | bits of the code`;
 * 0 where no code begins so.
 */
export interface CodeTable {
  readonly entries: Int32Array
  /** The longest code, in bits. */
  bits: number
}

export const LONGEST_CODE = 15
/** The meaning of symbols that no stream may use. */
export const INVALID = -1

export function emptyTable(): CodeTable {
  return { entries: new Int32Array(1 << LONGEST_CODE), bits: 0 }
}

/** Thrown when deflated bytes are none. */
export class InflateError extends Error {}

/**
 * Fills a table for the code with these lengths (RFC 1951, 3.2.2); `meanings` are the upper parts of the entries. Throws `InflateError` when more
 * codes are named than there is room for.
 */
export function fillTable(table: CodeTable, lengths: Uint8Array, meanings: Int32Array): void {
  const next = firstCodes(lengths)
  const { entries } = table
  table.bits = longestOf(lengths)
  const size = 1 << table.bits
  entries.fill(0, 0, size)
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number
    if (length === 0) continue
    const code = next[length] as number
    next[length] = code + 1
    const meaning = meanings[symbol] as number
    if (meaning === INVALID) continue
    for (let at = reversed(code, length); at < size; at += 1 << length) entries[at] = meaning | length
  }
}

/** The longest code in bits, at least 1. */
function longestOf(lengths: Uint8Array): number {
  let longest = 1
  for (let symbol = 0; symbol < lengths.length; symbol += 1)
    if ((lengths[symbol] as number) > longest) longest = lengths[symbol] as number
  return longest
}

/** The first code of each length. */
function firstCodes(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(LONGEST_CODE + 1)
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number
    if (length > 0) counts[length] = (counts[length] as number) + 1
  }
  const first = new Uint16Array(LONGEST_CODE + 2)
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const end = (first[length] as number) + (counts[length] as number)
    if (end > 1 << length) throw new InflateError('More codes than there is room for.')
    first[length + 1] = end << 1
  }
  return first
}

function reversed(code: number, length: number): number {
  let bits = 0
  for (let rest = code, bit = 0; bit < length; bit += 1, rest >>>= 1) bits = (bits << 1) | (rest & 1)
  return bits
}
