import type { Reading } from '../reading/read-article'
import { type Surroundings, surveySurroundings } from './surroundings'
import { classifyWords, mix, type WordClasses } from './word-classes'

/** Features per token of the first pass. */
export const BASE_FEATURES = 53
/** Features that the second pass adds. */
export const SECOND_FEATURES = 22
/** Length of a token's feature row. */
export const FEATURES = BASE_FEATURES + SECOND_FEATURES

/** Rows of the weight table for each token, `FEATURES` in a row (the second part empty), and what they were made from. */
export interface TokenFeatures {
  rows: Int32Array
  classes: WordClasses
  surroundings: Surroundings
  /** What lies between a token and the one before, for the transitions: see `edgeOf`. */
  edges: Uint8Array
}

/** Kinds of step from one token to the next. */
export const EDGES = 8

function edgeOf(reading: Reading, survey: Surroundings, index: number): number {
  const previous = reading.tokens.lower[index - 1]!
  const now = survey.quote[index]! & 3
  const before = survey.quote[index - 1]! & 3
  if (now === 1) return 1
  if (before === 3 || (before !== 0 && now === 0)) return 2
  if (now === 2) return survey.starts[index] ? 3 : 4
  if (survey.starts[index]) return 5
  if (previous === ',') return 6
  return reading.tokens.kind[index] === 2 ? 7 : 0
}

/** Computes the hashed features of all tokens; `bits` is the size of the weight table as a power of two. */
export function extractFeatures(reading: Reading, bits: number): TokenFeatures {
  const classes = classifyWords(reading)
  const surroundings = surveySurroundings(reading, classes)
  const { count, block } = reading.tokens
  const rows = new Int32Array(count * FEATURES)
  const edges = new Uint8Array(count)
  const mask = (1 << bits) - 1
  const word = classes.word
  const kind = classes.class
  const { stem, suffix } = classes
  const s = surroundings
  // Neighbours beyond the block's ends read as a word of their own.
  const at = (list: Int32Array, index: number, own: number) =>
    index < 0 || index >= count || block[index] !== own ? 1 : list[index]!
  for (let i = 0; i < count; i += 1) {
    const own = block[i]!
    const w0 = word[i]!
    const c0 = kind[i]!
    const w1 = at(word, i - 1, own)
    const w2 = at(word, i - 2, own)
    const v1 = at(word, i + 1, own)
    const v2 = at(word, i + 2, own)
    const c1 = at(kind, i - 1, own)
    const c2 = at(kind, i - 2, own)
    const c3 = at(kind, i - 3, own)
    const d1 = at(kind, i + 1, own)
    const d2 = at(kind, i + 2, own)
    const d3 = at(kind, i + 3, own)
    const q = s.quote[i]!
    const bitsHere = s.sentenceBits[i]!
    const left = s.leftCue[i]!
    const right = s.rightCue[i]!
    const leftDistance = s.leftDistance[i]!
    const rightDistance = s.rightDistance[i]!
    let slot = i * FEATURES
    const put = (template: number, a: number, b = 0, c = 0) => {
      rows[slot] = (mix(mix(mix(template * 0x3c6ef372, a), b), c) >>> 7) & mask
      slot += 1
    }
    put(1, w0)
    put(2, w1)
    put(3, v1)
    put(4, w2)
    put(5, v2)
    put(6, w1, w0)
    put(7, w0, v1)
    put(8, w1, v1)
    put(9, c1, c0)
    put(10, c0, d1)
    put(11, c1, c0, d1)
    put(12, c2, c1, c0)
    put(13, c0, d1, d2)
    put(14, w0, c1)
    put(15, w0, d1)
    put(16, w1, c0)
    put(17, v1, c0)
    put(18, suffix[i]!)
    put(19, at(suffix, i - 1, own))
    put(20, at(suffix, i + 1, own))
    put(21, at(word, i - 3, own))
    put(22, at(word, i + 3, own))
    put(23, q, c0)
    put(24, q, bitsHere)
    put(25, s.fromStart[i]!, c0, q)
    put(26, s.toEnd[i]!, bitsHere)
    put(27, left, leftDistance)
    put(28, left, bitsHere & 8)
    put(29, right, rightDistance)
    put(30, leftDistance, rightDistance, bitsHere)
    put(31, s.firstWord[i]!)
    put(32, left, right)
    put(33, c0, leftDistance, rightDistance)
    put(34, bitsHere, s.fromStart[i]!)
    put(35, c3, c2, c1)
    put(36, d1, d2, d3)
    put(37, w2, w1)
    put(38, v1, v2)
    put(39, w1, c0, d1)
    put(40, w0, c1, d1)
    put(41, left, c0)
    put(42, c2, c1, mix(c0, d1))
    put(43, c1, c0, mix(d1, d2))
    put(44, q, w1, c0)
    put(45, stem[i]!)
    put(46, stem[i]!, c1, d1)
    put(47, at(stem, i - 1, own), c0)
    put(48, at(stem, i + 1, own), c0)
    put(49, s.leftBarrier[i]!, leftDistance, c0)
    put(50, left, s.leftBarrier[i]!)
    put(51, s.leftBarrier[i]!, s.rightBarrier[i]!, bitsHere)
    put(52, right, s.rightBarrier[i]!)
    put(53, s.sentencePlace[i]!, bitsHere, s.fromStart[i]!)
    edges[i] = i === 0 || block[i - 1] !== own ? 5 : edgeOf(reading, s, i)
  }
  return { rows, classes, surroundings, edges }
}
