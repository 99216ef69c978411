import { refuse } from '../failure'
import { READ_LIMITS } from '../format'
import { decodeText } from '../utf8'

const LINE_FEED = 10

/** Splits a stream of bytes into lines of UTF-8 text, each ended by one line feed; refuses anything else, naming the line. */
export async function* readLines(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<string, void, undefined> {
  let rest: Uint8Array[] = []
  let [restSize, line] = [0, 0]
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
      line += 1
      yield decodeLine(rest, piece.subarray(from, at), path, line)
      rest = []
      restSize = 0
      from = at + 1
    }
    if (from === piece.length) continue
    rest.push(piece.subarray(from))
    restSize += piece.length - from
    if (restSize > READ_LIMITS.line) refuse('bundle-too-large', `Line ${line + 1} of “${path}” is too long.`)
  }
  if (restSize > 0) refuse('bundle-damaged', `“${path}” ends in the middle of a line.`)
}

function decodeLine(rest: readonly Uint8Array[], tail: Uint8Array, path: string, line: number): string {
  const bytes = rest.length === 0 ? tail : join([...rest, tail])
  const text = decodeText(bytes)
  if (text === null) return refuse('bundle-damaged', `Line ${line} of “${path}” is not UTF-8.`)
  return text
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
