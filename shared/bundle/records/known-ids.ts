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
    words[0] = Number.parseInt(id.slice(0, 8), 16)
    words[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
    words[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
    words[3] = Number.parseInt(id.slice(28), 16)
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
