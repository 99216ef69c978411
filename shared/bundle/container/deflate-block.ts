import type { BitWriter } from './bit-writer'
import {
  DISTANCE_RANGES,
  DISTANCES,
  END_OF_BLOCK,
  FIRST_LENGTH,
  HEADER_ORDER,
  LENGTH_RANGES,
  LITERALS,
  LONGEST_MATCH,
} from './deflate-symbols'
import type { MatchFinder } from './matches'
import { emptyCode, fillCode, type PrefixCode } from './prefix-code'

/** A length code of 12 bits and its 5 extra ones still fit beside 15 waiting bits; the standard would allow 15. */
const LITERAL_LIMIT = 12
const DISTANCE_LIMIT = 15
const CODE_LIMIT = 7
const STORED_AT_ONCE = 65_535
interface Codes {
  readonly literals: PrefixCode
  readonly distances: PrefixCode
}

/** The standard's own code, for blocks that are too short to bring theirs (RFC 1951, 3.2.6). */
const FIXED = makeFixed()

function makeFixed(): Codes {
  const [literals, distances] = [emptyCode(288), emptyCode(32)]
  // These frequencies lead to the lengths that the standard prescribes.
  const frequencies = new Uint32Array(288)
  frequencies.fill(2, 0, 144).fill(1, 144, 256).fill(4, 256, 280).fill(2, 280, 288)
  fillCode(literals, frequencies, LITERAL_LIMIT)
  fillCode(distances, new Uint32Array(32).fill(1), DISTANCE_LIMIT)
  return { literals, distances }
}

/** Writes blocks in whichever of the three forms is the shortest. */
export class BlockWriter {
  readonly #bits: BitWriter
  readonly #own: Codes = { literals: emptyCode(LITERALS), distances: emptyCode(DISTANCES) }
  readonly #header = new Header()
  /** Of each match length: the bits of its symbol and its place in the symbol's range. */
  readonly #lengthBits = new Uint32Array(LONGEST_MATCH + 1)
  readonly #lengthCounts = new Uint8Array(LONGEST_MATCH + 1)

  constructor(bits: BitWriter) {
    this.#bits = bits
  }

  write(found: MatchFinder, isLast: boolean): void {
    const [literals, distances] = [found.literalFrequencies, found.distanceFrequencies]
    literals[END_OF_BLOCK] = 1
    fillCode(this.#own.literals, literals, LITERAL_LIMIT)
    fillCode(this.#own.distances, distances, DISTANCE_LIMIT)
    this.#header.describe(this.#own)
    const own = this.#header.size + sizeOf(found, this.#own)
    const fixed = sizeOf(found, FIXED)
    const { block } = found
    const stored = 8 * (block.length + 5 * Math.max(1, Math.ceil(block.length / STORED_AT_ONCE)))
    if (stored < Math.min(own, fixed)) this.#store(block, isLast)
    else if (fixed <= own) this.#encode(found, FIXED, 1, isLast)
    else this.#encode(found, this.#own, 2, isLast)
  }

  #store(block: Uint8Array, isLast: boolean): void {
    const bits = this.#bits
    for (let from = 0; from < block.length; from += STORED_AT_ONCE) {
      const part = block.subarray(from, from + STORED_AT_ONCE)
      bits.write(isLast && from + part.length === block.length ? 1 : 0, 3)
      bits.align()
      bits.write(part.length, 16)
      bits.write(part.length ^ 0xffff, 16)
      bits.copy(part)
    }
  }

  #encode(found: MatchFinder, codes: Codes, form: 1 | 2, isLast: boolean): void {
    this.#bits.write((form << 1) | (isLast ? 1 : 0), 3)
    if (form === 2) this.#header.write(this.#bits)
    this.#prepareLengths(codes.literals)
    this.#writeTokens(found, codes)
    this.#bits.write(
      codes.literals.bits[END_OF_BLOCK] as number,
      codes.literals.lengths[END_OF_BLOCK] as number,
    )
  }

  #prepareLengths({ lengths, bits }: PrefixCode): void {
    const { symbolOf, base, extra } = LENGTH_RANGES
    for (let length = 3; length <= LONGEST_MATCH; length += 1) {
      const symbol = symbolOf[length] as number
      const count = lengths[FIRST_LENGTH + symbol] as number
      const place = length - (base[symbol] as number)
      this.#lengthBits[length] = (bits[FIRST_LENGTH + symbol] as number) | (place << count)
      this.#lengthCounts[length] = count + (extra[symbol] as number)
    }
  }

  /** The innermost loop of writing: it keeps the bits in hand instead of calling the bit writer for each. */
  #writeTokens({ tokens, count: total }: MatchFinder, { literals, distances }: Codes): void {
    const [lengthBits, lengthCounts] = [this.#lengthBits, this.#lengthCounts]
    const { symbolOf, base, extra } = DISTANCE_RANGES
    const { bytes } = this.#bits
    let { size, waiting, count } = this.#bits
    const flush = () => {
      if (count < 16) return
      bytes[size] = waiting
      bytes[size + 1] = waiting >>> 8
      size += 2
      waiting >>>= 16
      count -= 16
    }
    for (let index = 0; index < total; index += 1) {
      const token = tokens[index] as number
      if (token < END_OF_BLOCK) {
        waiting |= (literals.bits[token] as number) << count
        count += literals.lengths[token] as number
        flush()
        continue
      }
      const length = token >>> 16
      const distance = (token & 0xffff) + 1
      waiting |= (lengthBits[length] as number) << count
      count += lengthCounts[length] as number
      flush()
      const symbol = symbolOf[distance] as number
      waiting |= (distances.bits[symbol] as number) << count
      count += distances.lengths[symbol] as number
      flush()
      waiting |= (distance - (base[symbol] as number)) << count
      count += extra[symbol] as number
      flush()
    }
    Object.assign(this.#bits, { size, waiting, count })
  }
}

/** Bits that a block takes in a code, its header not counted. */
function sizeOf(
  { literalFrequencies, distanceFrequencies }: MatchFinder,
  { literals, distances }: Codes,
): number {
  let size = 3
  for (let symbol = 0; symbol < LITERALS; symbol += 1) {
    const extra = symbol < FIRST_LENGTH ? 0 : (LENGTH_RANGES.extra[symbol - FIRST_LENGTH] as number)
    size += (literalFrequencies[symbol] as number) * ((literals.lengths[symbol] as number) + extra)
  }
  for (let symbol = 0; symbol < DISTANCES; symbol += 1) {
    const bits = (distances.lengths[symbol] as number) + (DISTANCE_RANGES.extra[symbol] as number)
    size += (distanceFrequencies[symbol] as number) * bits
  }
  return size
}

/** What a block says of its code: the lengths of all symbols, runs put short, in a code of their own (RFC 1951, 3.2.7). */
class Header {
  readonly #code = emptyCode(19)
  readonly #frequencies = new Uint32Array(19)
  /** Each is `symbol | extra << 8`. */
  readonly #symbols: number[] = []
  readonly #lengths = new Uint8Array(LITERALS + DISTANCES)
  #literals = 0
  #distances = 0
  #own = 0
  /** In bits. */
  size = 0

  describe({ literals, distances }: Codes): void {
    this.#literals = Math.max(FIRST_LENGTH, lastUsed(literals.lengths) + 1)
    this.#distances = Math.max(1, lastUsed(distances.lengths) + 1)
    this.#symbols.length = 0
    this.#frequencies.fill(0)
    const lengths = this.#lengths.subarray(0, this.#literals + this.#distances)
    lengths.set(literals.lengths.subarray(0, this.#literals))
    lengths.set(distances.lengths.subarray(0, this.#distances), this.#literals)
    this.#shorten(lengths)
    fillCode(this.#code, this.#frequencies, CODE_LIMIT)
    this.#own = Math.max(4, HEADER_ORDER.findLastIndex((symbol) => this.#code.lengths[symbol] !== 0) + 1)
    this.size = 14 + 3 * this.#own
    for (const symbol of this.#symbols)
      this.size += (this.#code.lengths[symbol & 255] as number) + extraBits(symbol & 255)
  }

  write(bits: BitWriter): void {
    bits.write(this.#literals - FIRST_LENGTH, 5)
    bits.write(this.#distances - 1, 5)
    bits.write(this.#own - 4, 4)
    for (const symbol of HEADER_ORDER.slice(0, this.#own)) bits.write(this.#code.lengths[symbol] as number, 3)
    for (const entry of this.#symbols) {
      const symbol = entry & 255
      bits.write(this.#code.bits[symbol] as number, this.#code.lengths[symbol] as number)
      bits.write(entry >>> 8, extraBits(symbol))
    }
  }

  #shorten(lengths: Uint8Array): void {
    for (let at = 0; at < lengths.length; ) {
      const length = lengths[at] as number
      let end = at + 1
      while (end < lengths.length && lengths[end] === length) end += 1
      if (length === 0) this.#addZeros(end - at)
      else this.#addRun(length, end - at)
      at = end
    }
  }

  #addZeros(count: number): void {
    let left = count
    for (; left >= 11; left -= Math.min(left, 138)) this.#add(18, Math.min(left, 138) - 11)
    if (left >= 3) this.#add(17, left - 3)
    else for (; left > 0; left -= 1) this.#add(0)
  }

  #addRun(length: number, count: number): void {
    this.#add(length)
    let left = count - 1
    for (; left >= 3; left -= Math.min(left, 6)) this.#add(16, Math.min(left, 6) - 3)
    for (; left > 0; left -= 1) this.#add(length)
  }

  #add(symbol: number, extra = 0): void {
    this.#symbols.push(symbol | (extra << 8))
    this.#frequencies[symbol] = (this.#frequencies[symbol] as number) + 1
  }
}

const extraBits = (symbol: number) => (symbol < 16 ? 0 : symbol === 16 ? 2 : symbol === 17 ? 3 : 7)

function lastUsed(lengths: Uint8Array): number {
  let last = lengths.length - 1
  while (lengths[last] === 0) last -= 1
  return last
}
