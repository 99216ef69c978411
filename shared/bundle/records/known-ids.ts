import type { Id } from '../../base/ids'

const WORDS = 4
/** Ids per piece of memory: what is there already is never copied to make room for more. */
const PIECE = 1 << 12

/**
 * Ids that have been seen, at 16 bytes each, so that a bundle of a million records costs no more than a few of its pieces. They come in
 * runs that ascend, one for each kind of record; a new one is looked for in the earlier runs by walking along them. Takes ids that are valid.
 */
export class KnownIds {
  readonly #earlier: Walk[] = []
  #run = new Run()
  readonly #words = new Uint32Array(WORDS)

  /** Notes an id; false when it was there already. */
  add(id: Id): boolean {
    const words = this.#words
    fillWords(words, id)
    const order = this.#run.size === 0 ? -1 : this.#run.compare(this.#run.size - 1, words)
    if (order > 0) this.#beginRun()
    if (order === 0 || this.#earlier.some((walk) => walk.meets(words))) return false
    this.#run.push(words)
    return true
  }

  #beginRun(): void {
    for (const walk of this.#earlier) walk.restart()
    this.#earlier.push(new Walk(this.#run))
    this.#run = new Run()
  }
}

const HYPHEN = 0x2d
const DIGIT_LETTERS = 0x40

/** The 32 hexadecimal digits of an id as four numbers. */
function fillWords(words: Uint32Array, id: Id): void {
  let [digits, word] = [0, 0]
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at)
    if (code === HYPHEN) continue
    word = (word << 4) | ((code & 15) + (code > DIGIT_LETTERS ? 9 : 0))
    digits += 1
    if (digits % 8 === 0) words[digits / 8 - 1] = word
  }
}

/** Ids in ascending order. */
class Run {
  readonly #pieces: Uint32Array[] = []
  size = 0

  push(words: Uint32Array): void {
    if (this.size % PIECE === 0) this.#pieces.push(new Uint32Array(PIECE * WORDS))
    this.#pieces.at(-1)?.set(words, (this.size % PIECE) * WORDS)
    this.size += 1
  }

  /** Whether the id at a place comes before (negative), is (0) or comes after another one. */
  compare(place: number, words: Uint32Array): number {
    const piece = this.#pieces[Math.floor(place / PIECE)] as Uint32Array
    const at = (place % PIECE) * WORDS
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (piece[at + word] as number) - (words[word] as number)
      if (difference !== 0) return difference
    }
    return 0
  }
}

/** Goes along a run while ids are looked for in it, each larger than the one before. */
class Walk {
  readonly #run: Run
  #place = 0

  constructor(run: Run) {
    this.#run = run
  }

  restart(): void {
    this.#place = 0
  }

  /** Whether the run holds the id. */
  meets(words: Uint32Array): boolean {
    while (this.#place < this.#run.size) {
      const order = this.#run.compare(this.#place, words)
      if (order >= 0) return order === 0
      this.#place += 1
    }
    return false
  }
}
