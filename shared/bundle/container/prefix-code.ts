/** A prefix code: for each symbol its length in bits (0: not used) and its bits, the first one lowest, as deflate wants them. */
export interface PrefixCode {
  readonly lengths: Uint8Array
  readonly bits: Uint16Array
}

/** A code for so many symbols, still empty. */
export function emptyCode(symbols: number): PrefixCode {
  return { lengths: new Uint8Array(symbols), bits: new Uint16Array(symbols) }
}

/** Symbols are less than this, so that a frequency and its symbol fit into one number that sorts by frequency. */
const SYMBOLS = 512

/**
 * Fills in the shortest code in which no symbol takes more than `limit` bits. Equal frequencies are ordered by symbol, so that
 * equal frequencies give one code. Source: Huffman (1952), by two queues; too long codes are made up for by lengthening shorter ones.
 */
export function fillCode(code: PrefixCode, frequencies: Uint32Array, limit: number): void {
  const used = sortUsed(frequencies)
  const counts = countLengths(used, limit)
  code.lengths.fill(0)
  // The rarest symbols get the longest codes.
  let at = 0
  for (let length = limit; length > 0; length -= 1) {
    for (let left = counts[length] as number; left > 0; left -= 1) {
      code.lengths[(used[at] as number) % SYMBOLS] = length
      at += 1
    }
  }
  fillBits(code, counts)
}

/** The symbols that occur, the rarest first, each as `frequency * SYMBOLS + symbol`. */
function sortUsed(frequencies: Uint32Array): Float64Array {
  const used = new Float64Array(frequencies.length)
  let count = 0
  for (let symbol = 0; symbol < frequencies.length; symbol += 1) {
    const frequency = frequencies[symbol] as number
    if (frequency === 0) continue
    used[count] = frequency * SYMBOLS + symbol
    count += 1
  }
  return used.subarray(0, count).sort()
}

/** How many symbols have codes of each length. */
function countLengths(used: Float64Array, limit: number): Uint16Array {
  const counts = new Uint16Array(limit + 1)
  if (used.length === 1) counts[1] = 1
  if (used.length < 2) return counts
  for (const depth of depthsOf(used)) {
    const length = Math.min(depth, limit)
    counts[length] = (counts[length] as number) + 1
  }
  makeFit(counts, limit)
  return counts
}

/** How deep each symbol lies in the tree that comes of joining the two rarest nodes again and again. */
function depthsOf(used: Float64Array): Uint8Array {
  const total = used.length
  const weights = new Float64Array(total - 1)
  const parents = new Uint16Array(2 * total - 1)
  let [leaf, inner] = [0, 0]
  const takeRarest = (made: number): number => {
    const leafWeight = leaf < total ? Math.floor((used[leaf] as number) / SYMBOLS) : Number.POSITIVE_INFINITY
    const innerWeight = inner < made ? (weights[inner] as number) : Number.POSITIVE_INFINITY
    const isLeaf = leafWeight <= innerWeight
    parents[isLeaf ? leaf : total + inner] = total + made
    if (isLeaf) leaf += 1
    else inner += 1
    return Math.min(leafWeight, innerWeight)
  }
  for (let made = 0; made < total - 1; made += 1) weights[made] = takeRarest(made) + takeRarest(made)
  const depths = new Uint8Array(2 * total - 1)
  for (let node = 2 * total - 3; node >= 0; node -= 1)
    depths[node] = (depths[parents[node] as number] as number) + 1
  return depths.subarray(0, total)
}

/** Codes that were cut to the limit take more room than there is: shorter ones are lengthened until all fit exactly. */
function makeFit(counts: Uint16Array, limit: number): void {
  let room = 0
  for (let length = 1; length <= limit; length += 1) room += (counts[length] as number) << (limit - length)
  for (; room > 1 << limit; room -= 1) {
    let length = limit - 1
    while (counts[length] === 0) length -= 1
    // One code gives way to two that are one bit longer; the second of them takes in a code of the greatest length.
    counts[length] = (counts[length] as number) - 1
    counts[length + 1] = (counts[length + 1] as number) + 2
    counts[limit] = (counts[limit] as number) - 1
  }
}

/** Codes of one length are consecutive numbers, after all shorter ones (RFC 1951, 3.2.2). */
function fillBits({ lengths, bits }: PrefixCode, counts: Uint16Array): void {
  const next = new Uint16Array(counts.length + 1)
  for (let length = 1; length < counts.length; length += 1)
    next[length + 1] = ((next[length] as number) + (counts[length] as number)) << 1
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number
    if (length === 0) continue
    bits[symbol] = reverse(next[length] as number, length)
    next[length] = (next[length] as number) + 1
  }
}

function reverse(value: number, length: number): number {
  let reversed = 0
  for (let rest = value, bit = 0; bit < length; bit += 1, rest >>>= 1) reversed = (reversed << 1) | (rest & 1)
  return reversed
}
