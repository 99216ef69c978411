import type { Reading } from '../reading/read-article'
import { BASE_FEATURES, FEATURES, type TokenFeatures } from './token-features'
import { mix } from './word-classes'

/** Chances of the first pass: [layer][token * 2 + (0 begins | 1 goes on)], layers cue, source, content. */
export type Chances = readonly Float32Array[]

/** The chance that a token belongs to a layer at all. */
export const chanceOf = (chances: Chances, layer: number, token: number): number =>
  chances[layer]![token * 2]! + chances[layer]![token * 2 + 1]!

const level = (chance: number) =>
  chance < 0.08 ? 0 : chance < 0.3 ? 1 : chance < 0.6 ? 2 : chance < 0.88 ? 3 : 4
const bucket = (distance: number) =>
  distance < 3 ? distance : distance < 6 ? 3 : distance < 11 ? 4 : distance < 20 ? 5 : 6

/** A token counts as a cue or source for its neighbours above this chance. */
const STRONG = 0.4

interface SentenceView {
  first: number
  last: number
  /** Level of the mean content chance. */
  content: number
  cue: number
  block: number
}

function viewSentences(reading: Reading, chances: Chances): SentenceView[] {
  const views: SentenceView[] = []
  const { count, block } = reading.tokens
  let first = 0
  while (first < count) {
    let last = first
    let sum = 0
    let cue = 0
    for (
      let index = first;
      index < count && reading.sentence[index] === reading.sentence[first];
      index += 1
    ) {
      last = index
      sum += chanceOf(chances, 2, index)
      cue = Math.max(cue, chanceOf(chances, 0, index))
    }
    views.push({
      first,
      last,
      content: level(sum / (last - first + 1)),
      cue: level(cue),
      block: block[first]!,
    })
    first = last + 1
  }
  return views
}

/**
 * Fills the second part of every token's feature row from what the first pass believes about the token, its
 * neighbours, its sentence and the sentences around.
 */
export function extractSecondPass(
  reading: Reading,
  features: TokenFeatures,
  chances: Chances,
  bits: number,
): void {
  const views = viewSentences(reading, chances)
  views.forEach((view, order) => {
    const before = views[order - 1]?.block === view.block ? views[order - 1]!.content : 7
    const after = views[order + 1]?.block === view.block ? views[order + 1]!.content : 7
    fillSentence(features, chances, bits, view, before, after)
  })
}

function fillSentence(
  features: TokenFeatures,
  chances: Chances,
  bits: number,
  view: SentenceView,
  before: number,
  after: number,
) {
  const { rows, classes, surroundings } = features
  const { word } = classes
  const kind = classes.class
  const mask = (1 << bits) - 1
  const { first, last } = view
  const length = last - first + 1
  const cue = new Uint8Array(length)
  const source = new Uint8Array(length)
  const content = new Uint8Array(length)
  let ahead = 0
  for (let i = 0; i < length; i += 1) {
    cue[i] = level(chanceOf(chances, 0, first + i))
    source[i] = level(chanceOf(chances, 1, first + i))
    const chance = chanceOf(chances, 2, first + i)
    content[i] = level(chance)
    ahead += chance
  }
  const rightCue = new Int16Array(length).fill(-1)
  const rightSource = new Int16Array(length).fill(-1)
  for (let i = length - 2; i >= 0; i -= 1) {
    rightCue[i] = chanceOf(chances, 0, first + i + 1) > STRONG ? i + 1 : rightCue[i + 1]!
    rightSource[i] = chanceOf(chances, 1, first + i + 1) > STRONG ? i + 1 : rightSource[i + 1]!
  }
  let leftCue = -1
  let leftSource = -1
  let behind = 0
  let between = 0
  for (let i = 0; i < length; i += 1) {
    const token = first + i
    const own = (cue[i]! * 5 + source[i]!) * 5 + content[i]!
    const stateAt = (j: number) => (j < 0 || j >= length ? 999 : (cue[j]! * 5 + source[j]!) * 5 + content[j]!)
    const contentAt = (j: number) => (j < 0 || j >= length ? 9 : content[j]!)
    const c0 = kind[token]!
    const q = surroundings.quote[token]!
    const leftWord = leftCue < 0 ? 0 : word[first + leftCue]!
    const rightWord = rightCue[i]! < 0 ? 0 : word[first + rightCue[i]!]!
    const leftDistance = leftCue < 0 ? 9 : bucket(i - leftCue)
    const rightDistance = rightCue[i]! < 0 ? 9 : bucket(rightCue[i]! - i)
    const leftSourceDistance = leftSource < 0 ? 9 : bucket(i - leftSource)
    const rightSourceDistance = rightSource[i]! < 0 ? 9 : bucket(rightSource[i]! - i)
    const pattern =
      (leftCue < 0 ? 0 : leftSource > leftCue ? 1 : 2) * 4 +
      (rightCue[i]! < 0 ? 0 : 1) * 2 +
      (rightSource[i]! < 0 ? 0 : 1)
    const chance = chanceOf(chances, 2, token)
    ahead -= chance
    const meanAhead = i === length - 1 ? 7 : level(ahead / (length - 1 - i))
    const meanBehind = i === 0 ? 7 : level(behind / i)
    let slot = token * FEATURES + BASE_FEATURES
    const put = (template: number, a: number, b = 0, c = 0) => {
      rows[slot] = (mix(mix(mix(template * 0x5bd1e995, a), b), c) >>> 7) & mask
      slot += 1
    }
    put(101, own)
    put(102, stateAt(i - 1))
    put(103, stateAt(i + 1))
    put(104, contentAt(i - 2), contentAt(i + 2), content[i]!)
    put(105, leftWord, leftDistance)
    put(106, leftWord, c0)
    put(107, rightWord, rightDistance)
    put(108, pattern, c0)
    put(109, leftDistance * 10 + rightDistance, leftSourceDistance * 10 + rightSourceDistance)
    put(110, view.cue, view.content, before * 8 + after)
    put(111, view.content, q)
    put(112, between, content[i]!, leftDistance)
    put(113, before, surroundings.sentenceBits[token]!, view.cue)
    put(114, meanAhead, meanBehind, content[i]!)
    put(115, word[token]!, contentAt(i - 1), contentAt(i + 1))
    put(116, c0, own)
    put(117, leftWord, source[i]!, content[i]!)
    put(118, meanAhead, meanBehind, c0)
    put(119, pattern, q, content[i]!)
    put(120, word[token]!, leftWord)
    put(121, before, surroundings.firstWord[token]!)
    put(122, before * 8 + after, content[i]!, surroundings.sentencePlace[token]!)
    if (chanceOf(chances, 0, token) > STRONG) {
      leftCue = i
      between = 0
    } else if (c0 >= 1000) between |= 1
    else if (c0 % 100 === 19) between |= 2
    if (chanceOf(chances, 1, token) > STRONG) leftSource = i
    behind += chance
  }
}
