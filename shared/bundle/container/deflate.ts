import { BitWriter } from './bit-writer'
import { BlockWriter } from './deflate-block'
import { BLOCK, MatchFinder } from './matches'

/** A block that does not shrink is stored, in parts that take a few bytes each. */
const CAPACITY = BLOCK + 1_024

/** Turns streams of bytes into their deflated form, one after another. */
export interface Deflater {
  /** Begins a stream: `onBlock` gets its content block by block (for hashing), `onData` the deflated bytes; either holds until the next block. */
  begin(onBlock: (block: Uint8Array) => void, onData: (bytes: Uint8Array) => void): void
  push(bytes: Uint8Array): void
  finish(): void
}

/**
 * Deflates to the same bytes in every host, which native deflaters don't, and about as fast as they do at their fastest. What it
 * writes depends on the content alone: blocks of one size, matches found by one rule, prefix codes made by one rule.
 * Changing any of it makes a new revision of the writer (`format.ts`), for which the old code stays, to verify what it wrote.
 */
export class CanonicalDeflate implements Deflater {
  readonly #finder = new MatchFinder()
  readonly #bits = new BitWriter(CAPACITY)
  readonly #blocks = new BlockWriter(this.#bits)
  #onBlock: (block: Uint8Array) => void = () => {}
  #onData: (bytes: Uint8Array) => void = () => {}

  begin(onBlock: (block: Uint8Array) => void, onData: (bytes: Uint8Array) => void): void {
    this.#finder.reset()
    this.#onBlock = onBlock
    this.#onData = onData
  }

  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#finder.room === 0) this.#endBlock(false)
      const taken = Math.min(this.#finder.room, bytes.length - from)
      this.#finder.add(bytes.subarray(from, from + taken))
      from += taken
    }
  }

  finish(): void {
    this.#endBlock(true)
  }

  /** A full block waits for the next byte, so that the last block is always the one that ends the stream. */
  #endBlock(isLast: boolean): void {
    this.#onBlock(this.#finder.block)
    this.#finder.parse()
    this.#blocks.write(this.#finder, isLast)
    if (isLast) this.#bits.align()
    else this.#finder.next()
    const bytes = this.#bits.take()
    if (bytes.length > 0) this.#onData(bytes)
  }
}
