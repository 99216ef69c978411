const BLOCK = 1 << 16

/**
 * Bytes that are added one after another and read again in that order, outside the engine's heap: a bundle has many files, and something to
 * remember of each until its end.
 */
export class ByteLog {
  readonly #blocks: Uint8Array[] = []
  #last = new Uint8Array()
  #used = 0
  /** Bytes that were added. */
  size = 0

  /** Adds a copy of some bytes. */
  add(bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#last.length) this.#beginBlock(bytes.length)
    this.#last.set(bytes, this.#used)
    this.#used += bytes.length
    this.size += bytes.length
  }

  /** All bytes in order, in portions that part nothing that was added at once. */
  *portions(): Generator<Uint8Array> {
    yield* this.#blocks
    yield this.#last.subarray(0, this.#used)
  }

  #beginBlock(least: number): void {
    if (this.#used > 0) this.#blocks.push(this.#last.subarray(0, this.#used))
    this.#last = new Uint8Array(Math.max(BLOCK, least))
    this.#used = 0
  }
}
