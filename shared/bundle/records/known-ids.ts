import type { Id } from '../../base/ids'

const WORDS = 4
/** Slots are never more than half full. */
const FIRST_SLOTS = 1 << 10

/**
 * Ids that have been seen, at 16 bytes each in a table of typed memory, so that a bundle of a million records costs no more than
 * a few of its pieces. Takes ids that are valid.
 */
export class KnownIds {
  #table = new Uint32Array(FIRST_SLOTS * WORDS)
  #size = 0
  readonly #words = new Uint32Array(WORDS)

  /** Notes an id; false when it was there already. */
  add(id: Id): boolean {
    const words = this.#words
    words[0] = Number.parseInt(id.slice(0, 8), 16)
    words[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
    words[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
    words[3] = Number.parseInt(id.slice(28), 16)
    const slot = findSlot(this.#table, words, 0)
    if (!isFree(this.#table, slot)) return false
    this.#table.set(words, slot)
    this.#size += 1
    if (this.#size * 2 * WORDS > this.#table.length) this.#grow()
    return true
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2)
    for (let at = 0; at < this.#table.length; at += WORDS) {
      if (isFree(this.#table, at)) continue
      larger.set(this.#table.subarray(at, at + WORDS), findSlot(larger, this.#table, at))
    }
    this.#table = larger
  }
}

/** No id is all zeros: its version is never 0. */
function isFree(table: Uint32Array, slot: number): boolean {
  return (table[slot + 1] as number) === 0 && (table[slot + 2] as number) === 0
}

/** Where the id is, or the free slot where it belongs. */
function findSlot(table: Uint32Array, id: Uint32Array, from: number): number {
  const at = (index: number) => id[from + index] as number
  const [a, b, c, d] = [at(0), at(1), at(2), at(3)]
  const slots = table.length / WORDS
  let mixed = Math.imul(
    a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77) ^ Math.imul(d, 0xc2b2ae3d),
    0x27d4eb2f,
  )
  mixed = (mixed ^ (mixed >>> 15)) >>> 0
  for (let slot = (mixed % slots) * WORDS; ; slot = (slot + WORDS) % table.length) {
    if (isFree(table, slot)) return slot
    if (table[slot] === a && table[slot + 1] === b && table[slot + 2] === c && table[slot + 3] === d)
      return slot
  }
}
