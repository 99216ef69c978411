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
  /** Commas and auxiliary verbs between the token and the left and right cue, as one small number each. */
  leftBarrier: Uint8Array
  rightBarrier: Uint8Array
  /** Place of the sentence in its paragraph (0..2), +3 where the sentence before holds a quotation. */
  sentencePlace: Uint8Array
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
    leftBarrier: new Uint8Array(count),
    rightBarrier: new Uint8Array(count),
    sentencePlace: new Uint8Array(count),
    starts: new Uint8Array(count),
  }
  const { block } = reading.tokens
  let first = 0
  let place = 0
  while (first < count) {
    let last = first
    while (last + 1 < count && reading.sentence[last + 1] === reading.sentence[first]) last += 1
    surveySentence(reading, classes, survey, first, last)
    survey.sentencePlace.fill(place, first, last + 1)
    const goesOn = last + 1 < count && block[last + 1] === block[first]
    place = goesOn ? Math.min(2, (place % 3) + 1) + (survey.sentenceBits[first]! & 1) * 3 : 0
    first = last + 1
  }
  return survey
}

/** Counts what stands between a token and a cue: commas and auxiliary verbs, two of each at most. */
class Barrier {
  private commas = 0
  private verbs = 0
  reset(): void {
    this.commas = 0
    this.verbs = 0
  }
  pass({ tokens, quoteOf }: Reading, index: number): void {
    if (quoteOf[index]! >= 0) return
    if (tokens.kind[index] === 2) this.commas += 1
    else if (tokens.flags[index]! & Word.auxiliary) this.verbs += 1
  }
  get value(): number {
    return Math.min(this.commas, 2) * 3 + Math.min(this.verbs, 2)
  }
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
  const barrier = new Barrier()
  const isCue = (index: number) =>
    tokens.flags[index]! & CUE && quoteOf[index]! < 0 && !(tokens.flags[index]! & Word.auxiliary)
  for (let index = first; index <= last; index += 1) {
    survey.fromStart[index] = Math.min(index - first, 6)
    survey.toEnd[index] = bucket(last - index)
    survey.quote[index] = quoteStateOf(reading, index) + (outside ? 4 : 0)
    survey.leftCue[index] = cue
    survey.leftDistance[index] = cueAt < 0 ? 0 : 1 + bucket(index - cueAt)
    survey.sentenceBits[index] = bits | that
    survey.firstWord[index] = classes.word[first]!
    survey.leftBarrier[index] = barrier.value
    barrier.pass(reading, index)
    if (isCue(index)) {
      cue = classes.word[index]!
      cueAt = index
      that = 0
      barrier.reset()
    } else if (cueAt >= 0 && /^(?:that|dass|daß)$/.test(tokens.lower[index]!)) that = 8
  }
  cue = 0
  cueAt = -1
  barrier.reset()
  for (let index = last; index >= first; index -= 1) {
    survey.rightCue[index] = cue
    survey.rightDistance[index] = cueAt < 0 ? 0 : 1 + bucket(cueAt - index)
    survey.rightBarrier[index] = barrier.value
    barrier.pass(reading, index)
    if (isCue(index)) {
      cue = classes.word[index]!
      cueAt = index
      barrier.reset()
    }
  }
}
