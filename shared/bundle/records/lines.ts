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
  let rest: Uint8Array[] = []
  const read = { lines: 0 }
  let restSize = 0
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_FEED)
    if (end >= 0) {
      const bytes = join(rest, restSize, piece.subarray(0, end + 1))
      yield cutLines(decodeText(bytes) ?? refuseLine(bytes, path, read.lines), read)
      rest = []
      restSize = 0
    }
    if (end === piece.length - 1) continue
    rest.push(piece.slice(end + 1))
    restSize += piece.length - end - 1
    if (restSize > READ_LIMITS.line)
      refuse('bundle-too-large', `Line ${read.lines + 1} of “${path}” is too long.`)
  }
  if (restSize > 0) refuse('bundle-damaged', `“${path}” ends in the middle of a line.`)
}

function* cutLines(text: string, read: { lines: number }): Generator<string> {
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    read.lines += 1
    yield text.slice(from, at)
    from = at + 1
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

function join(pieces: readonly Uint8Array[], size: number, tail: Uint8Array): Uint8Array {
  if (pieces.length === 0) return tail
  const whole = new Uint8Array(size + tail.length)
  let at = 0
  for (const piece of [...pieces, tail]) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
