import { Deflate } from 'fflate'

/** Bytes per push: with a fixed size the deflated bytes depend on the content alone, not on how it was handed over. */
const PIECE = 65_536
/** On notebooks, level 3 is a third faster than level 6 and a tenth larger. */
const LEVEL = 3

/**
 * Deflates a stream of bytes to the same bytes in every host: by fflate, whose code is part of the app, at one
 * level and in pieces of one size.
 */
export class CanonicalDeflate {
  readonly #deflate: Deflate
  readonly #onPiece: (piece: Uint8Array) => void
  #piece = new Uint8Array(PIECE)
  #filled = 0

  /** `onPiece` gets the content in the fixed pieces (for hashing), `onData` the deflated bytes. */
  constructor(onPiece: (piece: Uint8Array) => void, onData: (bytes: Uint8Array) => void) {
    this.#onPiece = onPiece
    this.#deflate = new Deflate({ level: LEVEL }, (bytes) => {
      if (bytes.length > 0) onData(bytes)
    })
  }

  push(bytes: Uint8Array): void {
    let from = 0
    while (from < bytes.length) {
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

  /** A full piece waits for the next byte, so that the last piece is always the one that ends the stream. */
  #emit(isLast: boolean): void {
    const piece = this.#piece.subarray(0, this.#filled)
    this.#onPiece(piece)
    this.#deflate.push(piece, isLast)
    this.#filled = 0
  }
}
