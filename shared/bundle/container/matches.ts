import {
  DISTANCE_RANGES,
  DISTANCES,
  FIRST_LENGTH,
  LENGTH_RANGES,
  LITERALS,
  LONGEST_MATCH,
  WINDOW,
} from './deflate-symbols'

/** Bytes per block: what is handed over in other portions is gathered first, so that the outcome depends on the content alone. */
export const BLOCK = 1 << 18
const SHORTEST_MATCH = 4
/** A place is remembered by its first 8 bytes and by its first 4; either memory has so many slots. */
const SLOT_BITS = 14
const SLOTS = 1 << SLOT_BITS
const SHIFT = 32 - SLOT_BITS
const NOWHERE = -1
/** A match of the first 8 bytes that is so long is taken without looking for another. */
const GOOD_MATCH = 32
const AHEAD = 8

const LENGTH_SYMBOL = LENGTH_RANGES.symbolOf
const DISTANCE_SYMBOL = DISTANCE_RANGES.symbolOf

const slotOfFour = (word: number) => Math.imul(word, 0x9e3779b1) >>> SHIFT
const slotOfEight = (word: number, next: number) =>
  SLOTS + ((Math.imul(word, 0x85ebca77) ^ Math.imul(next, 0x9e3779b1)) >>> SHIFT)

// Nothing in here is taken apart as a list: until an engine has compiled a loop, each such line costs it an iterator, and most bundles are small.

/**
 * Finds repetitions in a stream, a block at a time: greedily, looking at two earlier places, the last with the same 8 bytes and the last with
 * the same 4. Fast rather than thorough, and the same in every host.
 */
export class MatchFinder {
  /** The window, then the block. */
  readonly #bytes = new Uint8Array(WINDOW + BLOCK)
  readonly #view = new DataView(this.#bytes.buffer)
  readonly #places = new Int32Array(2 * SLOTS)
  #start = 0
  #end = 0
  /** A literal is its byte; a match is `length << 16 | distance - 1`. */
  readonly tokens = new Int32Array(BLOCK)
  count = 0
  readonly literalFrequencies = new Uint32Array(LITERALS)
  readonly distanceFrequencies = new Uint32Array(DISTANCES)

  /** Forgets the stream before. */
  reset(): void {
    this.#places.fill(NOWHERE)
    this.#start = 0
    this.#end = 0
  }

  /** Room that is left in the block, in bytes. */
  get room(): number {
    return this.#start + BLOCK - this.#end
  }

  /** Takes bytes into the block, of which there may be no more than there is room. */
  add(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  /** The block as it is; to be read before the next one is begun. */
  get block(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.#end)
  }

  /** Begins the next block: the last bytes so far become the window. */
  next(): void {
    const gone = Math.max(0, this.#end - WINDOW)
    this.#bytes.copyWithin(0, gone, this.#end)
    const places = this.#places
    for (let slot = 0; slot < places.length; slot += 1)
      places[slot] = Math.max(NOWHERE, (places[slot] as number) - gone)
    this.#end -= gone
    this.#start = this.#end
  }

  /** Parts the block into literals and matches, and counts them. */
  parse(): void {
    this.literalFrequencies.fill(0)
    this.distanceFrequencies.fill(0)
    const { tokens, literalFrequencies } = this
    const bytes = this.#bytes
    const end = this.#end
    let count = 0
    for (let at = this.#start; at < end; ) {
      const token = at <= end - AHEAD ? this.#match(at) : 0
      if (token === 0) {
        const byte = bytes[at] as number
        literalFrequencies[byte] = (literalFrequencies[byte] as number) + 1
        tokens[count] = byte
        at += 1
      } else {
        tokens[count] = token
        at += this.#take(at, token)
      }
      count += 1
    }
    this.count = count
  }

  /** The best match here, or 0; remembers the place. */
  #match(at: number): number {
    const view = this.#view
    const places = this.#places
    const word = view.getInt32(at, true)
    const eight = slotOfEight(word, view.getInt32(at + 4, true))
    const four = slotOfFour(word)
    const far = places[eight] as number
    const near = places[four] as number
    places[eight] = at
    places[four] = at
    const limit = Math.min(this.#end, at + LONGEST_MATCH)
    let length = 0
    let place = 0
    if (far >= 0 && at - far <= WINDOW && view.getInt32(far, true) === word) {
      length = this.#lengthOf(at, far, limit)
      place = far
    }
    if (
      length < GOOD_MATCH &&
      near >= 0 &&
      near !== far &&
      at - near <= WINDOW &&
      view.getInt32(near, true) === word
    ) {
      const other = this.#lengthOf(at, near, limit)
      if (other > length) {
        length = other
        place = near
      }
    }
    return length < SHORTEST_MATCH ? 0 : (length << 16) | (at - place - 1)
  }

  /** How many bytes are the same here and there, of which the first 4 are known to be. */
  #lengthOf(at: number, place: number, limit: number): number {
    const view = this.#view
    const bytes = this.#bytes
    let here = at + 4
    let there = place + 4
    for (; here + 4 <= limit; here += 4, there += 4) {
      const difference = view.getInt32(here, true) ^ view.getInt32(there, true)
      if (difference !== 0) return here - at + ((31 - Math.clz32(difference & -difference)) >>> 3)
    }
    for (; here < limit && bytes[here] === bytes[there]; here += 1) there += 1
    return here - at
  }

  /** Counts a match and remembers three places in it; gives its length. */
  #take(at: number, token: number): number {
    const lengths = this.literalFrequencies
    const distances = this.distanceFrequencies
    const length = token >>> 16
    const symbol = FIRST_LENGTH + (LENGTH_SYMBOL[length] as number)
    lengths[symbol] = (lengths[symbol] as number) + 1
    const distance = DISTANCE_SYMBOL[(token & 0xffff) + 1] as number
    distances[distance] = (distances[distance] as number) + 1
    this.#remember(at + 1)
    this.#remember(at + length - 2)
    this.#remember(at + length - 1)
    return length
  }

  #remember(at: number): void {
    if (at > this.#end - AHEAD) return
    const view = this.#view
    const places = this.#places
    const word = view.getInt32(at, true)
    places[slotOfFour(word)] = at
    places[slotOfEight(word, view.getInt32(at + 4, true))] = at
  }
}
