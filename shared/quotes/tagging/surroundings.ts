import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import type { WordClasses } from './word-classes'

/** Facts about each token's sentence and quotation that reach further than its neighbours. */
export interface Surroundings {
  /** Place in the sentence from its start and from its end, capped. */
  fromStart: Uint8Array
  toEnd: Uint8Array
  /** 0 outside quotations, 1 opening mark, 2 inside, 3 closing mark; +4 where the sentence has words outside. */
  quote: Uint8Array
  /** Hash of the nearest reporting word to the left in the sentence outside quotations, 0 without one. */
  leftCue: Int32Array
  leftDistance: Uint8Array
  rightCue: Int32Array
  rightDistance: Uint8Array
  /** Bits: sentence has a quotation, has a reporting word, has reported mood, "that" since the left cue, headline. */
  sentenceBits: Uint8Array
  firstWord: Int32Array
  /** Per token 1 where a sentence starts. */
  starts: Uint8Array
}

const bucket = (distance: number) =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7

const CUE = Word.speech | Word.mind | Word.according

/** Computes the surroundings sentence by sentence. */
export function surveySurroundings(reading: Reading, classes: WordClasses): Surroundings {
  const { count } = reading.tokens
  const survey: Surroundings = {
    fromStart: new Uint8Array(count),
    toEnd: new Uint8Array(count),
    quote: new Uint8Array(count),
    leftCue: new Int32Array(count),
    leftDistance: new Uint8Array(count),
    rightCue: new Int32Array(count),
    rightDistance: new Uint8Array(count),
    sentenceBits: new Uint8Array(count),
    firstWord: new Int32Array(count),
    starts: new Uint8Array(count),
  }
  let first = 0
  while (first < count) {
    let last = first
    while (last + 1 < count && reading.sentence[last + 1] === reading.sentence[first]) last += 1
    surveySentence(reading, classes, survey, first, last)
    first = last + 1
  }
  return survey
}

function quoteStateOf(reading: Reading, index: number): number {
  const quote = reading.quoteOf[index]!
  if (quote < 0) return 0
  const span = reading.quoted[quote]!
  if (reading.tokens.start[index]! < span.start) return 1
  return reading.tokens.start[index]! >= span.end ? 3 : 2
}

function surveySentence(
  reading: Reading,
  classes: WordClasses,
  survey: Surroundings,
  first: number,
  last: number,
): void {
  const { tokens, quoteOf } = reading
  let bits = tokens.block[first] === 0 ? 16 : 0
  let outside = false
  for (let index = first; index <= last; index += 1) {
    if (quoteOf[index]! >= 0) bits |= 1
    else if (tokens.kind[index] !== 2) outside = true
    if (tokens.flags[index]! & Word.speech && quoteOf[index]! < 0) bits |= 2
    if (tokens.flags[index]! & Word.reportedMood) bits |= 4
  }
  survey.starts[first] = 1
  let cue = 0
  let cueAt = -1
  let that = 0
  for (let index = first; index <= last; index += 1) {
    survey.fromStart[index] = Math.min(index - first, 6)
    survey.toEnd[index] = bucket(last - index)
    survey.quote[index] = quoteStateOf(reading, index) + (outside ? 4 : 0)
    survey.leftCue[index] = cue
    survey.leftDistance[index] = cueAt < 0 ? 0 : 1 + bucket(index - cueAt)
    survey.sentenceBits[index] = bits | that
    survey.firstWord[index] = classes.word[first]!
    if (tokens.flags[index]! & CUE && quoteOf[index]! < 0 && !(tokens.flags[index]! & Word.auxiliary)) {
      cue = classes.word[index]!
      cueAt = index
      that = 0
    } else if (cueAt >= 0 && /^(?:that|dass|daß)$/.test(tokens.lower[index]!)) that = 8
  }
  cue = 0
  cueAt = -1
  for (let index = last; index >= first; index -= 1) {
    survey.rightCue[index] = cue
    survey.rightDistance[index] = cueAt < 0 ? 0 : 1 + bucket(cueAt - index)
    if (tokens.flags[index]! & CUE && quoteOf[index]! < 0 && !(tokens.flags[index]! & Word.auxiliary)) {
      cue = classes.word[index]!
      cueAt = index
    }
  }
}
