import { Deflate } from 'fflate'
import type { Deflater } from './deflate'

/** Bytes per push, on which the deflated bytes depend. */
const PIECE = 65_536
const LEVEL = 3

/** How bundles of writer revision 1 were deflated: verifying them still compares every byte. */
export class FirstDeflate implements Deflater {
  #deflate = new Deflate()
  #onBlock: (block: Uint8Array) => void = () => {}
  readonly #piece = new Uint8Array(PIECE)
  #filled = 0

  begin(onBlock: (block: Uint8Array) => void, onData: (bytes: Uint8Array) => void): void {
    this.#onBlock = onBlock
    this.#deflate = new Deflate({ level: LEVEL }, (bytes) => {
      if (bytes.length > 0) onData(bytes)
    })
  }

  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#filled === PIECE) this.#emit(false)
      const taken = Math.min(PIECE - this.#filled, bytes.length - from)
      this.#piece.set(bytes.subarray(from, from + taken), this.#filled)
      this.#filled += taken
      from += taken
    }
  }

  finish(): void {
    this.#emit(true)
  }

  #emit(isLast: boolean): void {
    const piece = this.#piece.subarray(0, this.#filled)
    this.#onBlock(piece)
    this.#deflate.push(piece, isLast)
    this.#filled = 0
  }
}
