import { refuse } from '../failure'
import { READ_LIMITS } from '../format'
import { decodeText } from '../utf8'

const LINE_FEED = 10

/**
 * Splits a stream of bytes into lines of UTF-8 text, each ended by one line feed, and gives the lines of a piece together, each cut off when
 * it is asked for; refuses anything else, naming the line. The lines must be read before the next ones are asked for.
 */
export async function* readLines(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Iterable<string>, void, undefined> {
  const read = { lines: 0 }
  const rest = new Rest()
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_FEED) + 1
    if (end > 0) {
      yield cutLines(rest.endWith(piece.subarray(0, end)), path, read)
    }
    rest.add(piece.subarray(end))
    if (rest.size > READ_LIMITS.line)
      refuse('bundle-too-large', `Line ${read.lines + 1} of “${path}” is too long.`)
  }
  if (rest.size > 0) refuse('bundle-damaged', `“${path}” ends in the middle of a line.`)
}

const FIRST_ROOM = 1 << 17

/** The beginning of a line that has not ended yet, in one buffer for all lines, which grows to the longest. */
class Rest {
  #bytes = new Uint8Array()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    const size = this.#size + bytes.length
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(FIRST_ROOM, size, 2 * this.#bytes.length))
      larger.set(this.#bytes.subarray(0, this.#size))
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.#size)
    this.#size = size
  }

  /** What is held with these bytes after it, which holds until more is added; nothing is held then. */
  endWith(bytes: Uint8Array): Uint8Array {
    if (this.#size === 0) return bytes
    this.add(bytes)
    const whole = this.#bytes.subarray(0, this.#size)
    this.#size = 0
    return whole
  }
}

/** Bytes that become text at a time: a line that is kept keeps no more than that. */
const PORTION = 1 << 14

function* cutLines(bytes: Uint8Array, path: string, read: { lines: number }): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const near = bytes.lastIndexOf(LINE_FEED, start + PORTION)
    const end = (near >= start ? near : bytes.indexOf(LINE_FEED, start)) + 1
    const portion = bytes.subarray(start, end)
    const text = decodeText(portion) ?? refuseLine(portion, path, read.lines)
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      read.lines += 1
      yield text.slice(from, at)
      from = at + 1
    }
    start = end
  }
}

/** Names the first line that is not UTF-8. */
function refuseLine(bytes: Uint8Array, path: string, before: number): never {
  let [from, line] = [0, before + 1]
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
    if (decodeText(bytes.subarray(from, at)) === null) break
    from = at + 1
    line += 1
  }
  refuse('bundle-damaged', `Line ${line} of “${path}” is not UTF-8.`)
}
