import {
  DISTANCE_RANGES,
  END_OF_BLOCK,
  FIRST_LENGTH,
  HEADER_ORDER,
  LENGTH_RANGES,
  LONGEST_MATCH,
  WINDOW,
} from './deflate-symbols'
import { type CodeTable, emptyTable, fillTable, INVALID, InflateError } from './inflate-table'

/** Most bytes that are given at a time. */
const AT_ONCE = 1 << 16
/** More than a block's header can take, in bytes: with less at hand, and more to come, nothing is begun. */
const MARGIN = 1_024
/** Bytes behind an end that may be looked at or overwritten, never used. */
const SLACK = 24
/** How far past its end the input may be read ahead by bits that are not used yet. */
const READ_AHEAD = 4

/** Of match lengths, what follows `END_OF_BLOCK` is the length itself. */
const LITERAL_MEANINGS = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol <= END_OF_BLOCK) return symbol << 8
  const length = symbol - FIRST_LENGTH
  if (length >= LENGTH_RANGES.base.length) return INVALID
  return (
    ((END_OF_BLOCK + (LENGTH_RANGES.base[length] as number)) << 8) |
    ((LENGTH_RANGES.extra[length] as number) << 4)
  )
})
const DISTANCE_MEANINGS = Int32Array.from({ length: 32 }, (_, symbol) =>
  symbol < DISTANCE_RANGES.base.length
    ? ((DISTANCE_RANGES.base[symbol] as number) << 8) | ((DISTANCE_RANGES.extra[symbol] as number) << 4)
    : INVALID,
)
const HEADER_MEANINGS = Int32Array.from({ length: 19 }, (_, symbol) => symbol << 8)

interface Tables {
  readonly literals: CodeTable
  readonly distances: CodeTable
}

const makeTables = (): Tables => ({ literals: emptyTable(), distances: emptyTable() })
let fixed: Tables | null = null

function fixedTables(): Tables {
  if (fixed) return fixed
  fixed = makeTables()
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288)
  fillTable(fixed.literals, lengths, LITERAL_MEANINGS)
  fillTable(fixed.distances, new Uint8Array(32).fill(5), DISTANCE_MEANINGS)
  return fixed
}

type Within = 'nothing' | 'codes' | 'stored' | 'end'

/**
 * Inflates a stream (RFC 1951) in pieces of bounded size, whatever the deflated bytes ask for: a bomb costs no more memory than a letter.
 * Throws `InflateError` on bytes that are no deflated stream, or that go on after its end.
 */
export class Inflater {
  #input = new Uint8Array(SLACK)
  #inputView = new DataView(this.#input.buffer)
  /** Bytes of input, and whether more will come. */
  #inputEnd = 0
  #isLast = false
  #at = 0
  /** Bits that were taken from the input and not used yet. Above `#count` there are more of the following ones, or none. */
  #hold = 0
  #count = 0
  /** The window, then what is given next. */
  readonly #output = new Uint8Array(WINDOW + AT_ONCE + LONGEST_MATCH + SLACK)
  readonly #outputView = new DataView(this.#output.buffer)
  #given = 0
  #end = 0
  #within: Within = 'nothing'
  #isFinal = false
  #stored = 0
  readonly #own = makeTables()
  readonly #header = emptyTable()
  #tables: Tables = this.#own

  /** Begins a new stream. */
  reset(): void {
    this.#inputEnd = 0
    this.#at = 0
    this.#hold = 0
    this.#count = 0
    this.#given = 0
    this.#end = 0
    this.#within = 'nothing'
    this.#isFinal = false
  }

  /** Adds input, which is copied; `isLast` when no more will come. */
  feed(bytes: Uint8Array, isLast: boolean): void {
    const rest = this.#input.subarray(this.#at, this.#inputEnd)
    const size = rest.length + bytes.length
    if (size + SLACK > this.#input.length) this.#makeRoom(size)
    this.#input.set(rest)
    this.#input.set(bytes, rest.length)
    this.#input.fill(0, size, size + SLACK)
    this.#inputEnd = size
    this.#at = 0
    this.#isLast = isLast
  }

  #makeRoom(size: number): void {
    this.#input = new Uint8Array(size + MARGIN + SLACK)
    this.#inputView = new DataView(this.#input.buffer)
  }

  /** The next bytes, which hold until the next call; null when more input is needed or all was given. */
  next(): Uint8Array | null {
    this.#slide()
    const limit = WINDOW + AT_ONCE
    while (this.#end < limit && this.#within !== 'end' && (this.#isLast || this.#left() > MARGIN)) {
      if (this.#within === 'nothing') this.#beginBlock()
      else if (this.#within === 'stored') this.#copyStored(limit)
      else this.#decode(limit)
      if (this.#isLast && this.#left() < 0) throw new InflateError('The stream is cut off.')
    }
    if (this.#within === 'end' && this.#isLast && this.#left() > 0)
      throw new InflateError('The stream goes on after its end.')
    return this.#end > this.#given ? this.#output.subarray(this.#given, this.#end) : null
  }

  get isDone(): boolean {
    return this.#within === 'end'
  }

  /** Whole bytes of input that were not used yet; negative when more were used than there are. */
  #left(): number {
    return this.#inputEnd - this.#at + (this.#count >> 3)
  }

  /** What was given moves into the window. */
  #slide(): void {
    if (this.#end > WINDOW) {
      this.#output.copyWithin(0, this.#end - WINDOW, this.#end)
      this.#end = WINDOW
    }
    this.#given = this.#end
  }

  #refill(): void {
    this.#hold |= this.#wordAt(this.#at) << this.#count
    this.#at += (31 - this.#count) >>> 3
    this.#count |= 24
  }

  /** Behind the end of the input there are zeros. */
  #wordAt(at: number): number {
    return at + 4 <= this.#inputEnd + SLACK ? this.#inputView.getInt32(at, true) : 0
  }

  /** Up to 16 bits. */
  #bits(count: number): number {
    this.#refill()
    const value = this.#hold & ((1 << count) - 1)
    this.#hold >>>= count
    this.#count -= count
    return value
  }

  #beginBlock(): void {
    if (this.#isFinal) {
      this.#within = 'end'
      return
    }
    this.#isFinal = this.#bits(1) === 1
    const form = this.#bits(2)
    if (form === 0) this.#beginStored()
    else if (form === 1) this.#tables = fixedTables()
    else if (form === 2) this.#readTables()
    else throw new InflateError('A block has no known form.')
    this.#within = form === 0 ? 'stored' : 'codes'
  }

  #beginStored(): void {
    this.#bits(this.#count & 7)
    const [length, check] = [this.#bits(16), this.#bits(16)]
    if ((length ^ check) !== 0xffff) throw new InflateError('A stored block states two lengths.')
    this.#stored = length
    this.#at -= this.#count >> 3
    this.#hold = 0
    this.#count = 0
  }

  #copyStored(limit: number): void {
    const length = Math.min(this.#stored, limit - this.#end, this.#inputEnd - this.#at)
    if (length <= 0 && this.#stored > 0) throw new InflateError('The stream is cut off.')
    this.#output.set(this.#input.subarray(this.#at, this.#at + length), this.#end)
    this.#at += length
    this.#end += length
    this.#stored -= length
    if (this.#stored === 0) this.#within = 'nothing'
  }

  /** The code that a block brings along (RFC 1951, 3.2.7). */
  #readTables(): void {
    const [literals, distances, own] = [this.#bits(5) + FIRST_LENGTH, this.#bits(5) + 1, this.#bits(4) + 4]
    const header = new Uint8Array(19)
    for (const symbol of HEADER_ORDER.slice(0, own)) header[symbol] = this.#bits(3)
    fillTable(this.#header, header, HEADER_MEANINGS)
    const lengths = this.#readLengths(literals + distances)
    if (lengths[END_OF_BLOCK] === 0) throw new InflateError('A block has no end.')
    fillTable(this.#own.literals, lengths.subarray(0, Math.min(literals, 288)), LITERAL_MEANINGS)
    fillTable(this.#own.distances, lengths.subarray(literals), DISTANCE_MEANINGS)
    this.#tables = this.#own
  }

  #readLengths(total: number): Uint8Array {
    const lengths = new Uint8Array(total)
    for (let at = 0; at < total; ) {
      this.#refill()
      const entry = this.#header.entries[this.#hold & ((1 << this.#header.bits) - 1)] as number
      if (entry === 0) throw new InflateError('A block’s code is none.')
      this.#bits(entry & 15)
      const symbol = entry >>> 8
      const count = symbol < 16 ? 1 : this.#readRun(symbol)
      if (at + count > total) throw new InflateError('A block’s code is longer than it says.')
      lengths.fill(symbol < 16 ? symbol : repeated(symbol, lengths[at - 1]), at, at + count)
      at += count
    }
    return lengths
  }

  /** How often a length is repeated. */
  #readRun(symbol: number): number {
    if (symbol === 17) return 3 + this.#bits(3)
    return symbol === 18 ? 11 + this.#bits(7) : 3 + this.#bits(2)
  }

  /** The innermost loop of reading: literals and matches until the block, the room or the input ends. */
  #decode(limit: number): void {
    const { literals, distances } = this.#tables
    const [literalEntries, literalMask] = [literals.entries, (1 << literals.bits) - 1]
    const [distanceEntries, distanceMask] = [distances.entries, (1 << distances.bits) - 1]
    const [input, output, view] = [this.#inputView, this.#output, this.#outputView]
    const safe = this.#isLast ? this.#inputEnd + READ_AHEAD : this.#inputEnd - MARGIN / 2
    let [at, hold, count, end] = [this.#at, this.#hold, this.#count, this.#end]
    let isOver = false
    while (end < limit && at <= safe) {
      hold |= input.getInt32(at, true) << count
      at += (31 - count) >>> 3
      count |= 24
      const entry = literalEntries[hold & literalMask] as number
      const used = entry & 15
      hold >>>= used
      count -= used
      const value = entry >>> 8
      if (value < END_OF_BLOCK) {
        if (used === 0) throw new InflateError('A code is none of the block’s.')
        output[end] = value
        end += 1
        continue
      }
      if (value === END_OF_BLOCK) {
        isOver = true
        break
      }
      const more = (entry >>> 4) & 15
      const length = value - END_OF_BLOCK + (hold & ((1 << more) - 1))
      hold >>>= more
      count -= more
      hold |= input.getInt32(at, true) << count
      at += (31 - count) >>> 3
      count |= 24
      const far = distanceEntries[hold & distanceMask] as number
      hold >>>= far & 15
      count -= far & 15
      hold |= input.getInt32(at, true) << count
      at += (31 - count) >>> 3
      count |= 24
      const extra = (far >>> 4) & 15
      const distance = (far >>> 8) + (hold & ((1 << extra) - 1))
      hold >>>= extra
      count -= extra
      if (distance > end || distance === 0) throw new InflateError('A match begins before the stream.')
      copyMatch(output, view, end, distance, length)
      end += length
    }
    this.#at = at
    this.#hold = hold
    this.#count = count
    this.#end = end
    // Asked in any case, so that the engine has seen it before it makes the loop fast, and need not make it slow again at its end.
    const isCut = at > safe && this.#isLast
    if (isOver) this.#within = 'nothing'
    else if (isCut) throw new InflateError('The stream is cut off.')
  }
}

/** The length that a symbol for runs repeats: none, or the one before. */
function repeated(symbol: number, before: number | undefined): number {
  if (symbol !== 16) return 0
  if (before === undefined) throw new InflateError('A block’s code repeats nothing.')
  return before
}

/** Repeats earlier bytes, four at a time where they do not overlap; up to 3 bytes after the match are overwritten later. */
function copyMatch(output: Uint8Array, view: DataView, end: number, distance: number, length: number): void {
  const stop = end + length
  if (distance >= 4) {
    for (let to = end; to < stop; to += 4) view.setInt32(to, view.getInt32(to - distance, true), true)
    return
  }
  for (let to = end; to < stop; to += 1) output[to] = output[to - distance] as number
}
