import type { QuotedSpan } from './quotation-marks'
import { TokenKind, type Tokens } from './tokens'

const CLOSING = new Set(['"', "''", '”', '’', "'", '“', '»', '«', '›', '‹', ')', ']', '‘', '」', '』'])

function endsSentence(tokens: Tokens, index: number): boolean {
  const mark = tokens.lower[index]!
  if (mark === '!' || mark === '?') return true
  if (mark !== '.' && mark !== '…' && !mark.startsWith('..')) return false
  // "5. August", "den 3. Platz": a short number with a full stop is an ordinal.
  const previous = index > 0 ? tokens.lower[index - 1]! : ''
  return !(
    mark === '.' &&
    /^\d{1,2}$/.test(previous) &&
    tokens.end[index - 1] === tokens.start[index] &&
    isOrdinal(tokens, index)
  )
}

const isOrdinal = (tokens: Tokens, index: number) =>
  index + 1 < tokens.count &&
  tokens.block[index + 1] === tokens.block[index] &&
  tokens.kind[index + 1] === TokenKind.word &&
  tokens.start[index + 1]! > tokens.end[index]!

/** For each token the number of its sentence; sentences never cross blocks. */
export function numberSentences(tokens: Tokens): Int32Array {
  const sentence = new Int32Array(tokens.count)
  let current = 0
  let ended = false
  for (let index = 0; index < tokens.count; index += 1) {
    const newBlock = index > 0 && tokens.block[index] !== tokens.block[index - 1]
    const spaced = index > 0 && tokens.start[index]! > tokens.end[index - 1]!
    const closing = !spaced && CLOSING.has(tokens.lower[index]!)
    const starts = tokens.capital[index] === 1 || tokens.kind[index] !== TokenKind.word
    if (newBlock || (ended && !closing && spaced && starts)) {
      current += 1
      ended = false
    } else if (ended && !closing && !endsSentence(tokens, index)) {
      ended = false
    }
    sentence[index] = current
    if (endsSentence(tokens, index)) ended = true
  }
  return sentence
}

/** «What?» — she asked: the sentence goes on in lower case after the dash. */
const goesOnAfterDash = (tokens: Tokens, index: number) =>
  /^[—–]$/.test(tokens.lower[index]!) &&
  index + 1 < tokens.count &&
  tokens.kind[index + 1] === TokenKind.word &&
  tokens.capital[index + 1] === 0

/** Sentences joined where a boundary falls inside a quotation: "A. B," she said. is one unit. */
export function numberUnits(
  tokens: Tokens,
  sentence: Int32Array,
  quoteOf: Int32Array,
  quoted: readonly QuotedSpan[],
): Int32Array {
  const unit = new Int32Array(tokens.count)
  let current = 0
  for (let index = 1; index < tokens.count; index += 1) {
    const newSentence = sentence[index] !== sentence[index - 1]
    const inside = quoteOf[index]! >= 0 && quoteOf[index] === quoteOf[index - 1]
    const newBlock = tokens.block[index] !== tokens.block[index - 1]
    const afterDash = quoteOf[index - 1]! >= 0 && goesOnAfterDash(tokens, index)
    if (
      newBlock ||
      (newSentence && !afterDash && !(inside && tokens.start[index]! < quoted[quoteOf[index]!]!.outerEnd))
    )
      current += 1
    unit[index] = current
  }
  return unit
}
