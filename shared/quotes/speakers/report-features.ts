import { Word } from '../languages/lexicon'
import { TokenKind } from '../reading/tokens'
import { chanceOf } from '../tagging/second-pass'
import { mix } from '../tagging/word-classes'
import type { Scene, TargetView } from './candidate-features'

/** Size of the table that tells reported words from mere narration. */
export const REPORT_BITS = 14

const bucket = (n: number) => (n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : n <= 25 ? 8 : 9)
const tenth = (chance: number) => Math.min(9, Math.floor(chance * 10))

interface Inside {
  mean: number
  most: number
  words: number
  verbs: number
  quoted: number
}

function lookInside({ reading, chances }: Scene, { first, last }: TargetView['target']): Inside {
  const { tokens, quoteOf } = reading
  const inside: Inside = { mean: 0, most: 0, words: 0, verbs: 0, quoted: 0 }
  for (let index = first; index <= last; index += 1) {
    const chance = chanceOf(chances, 2, index)
    inside.mean += chance
    inside.most = Math.max(inside.most, chance)
    if (quoteOf[index]! >= 0) inside.quoted = 1
    if (tokens.kind[index] === TokenKind.mark) continue
    inside.words += 1
    if (tokens.flags[index]! & (Word.auxiliary | Word.reportedMood)) inside.verbs += 1
  }
  inside.mean /= last - first + 1
  return inside
}

/** Hashed features of a stretch that the tagger takes for reported words: is it, and is it whole? */
export function reportFeatures(scene: Scene, view: TargetView, speakerChance: number, into: number[]): void {
  into.length = 0
  const mask = (1 << REPORT_BITS) - 1
  const { reading, classes, chances } = scene
  const { tokens, unit } = reading
  const { first, last } = view.target
  const put = (template: number, a: number, b = 0, c = 0) => {
    into.push((mix(mix(mix(template * 0x4cf5ad43, a), b), c) >>> 7) & mask)
  }
  const beside = (index: number, list: Int32Array) =>
    index < 0 || index >= tokens.count || tokens.block[index] !== tokens.block[first] ? 1 : list[index]!
  const inside = lookInside(scene, view.target)
  const mean = tenth(inside.mean)
  const length = bucket(inside.words)
  const speaker = tenth(speakerChance)
  const { cue } = view
  const cueWord = cue < 0 ? 0 : classes.word[cue]!
  const cueChance = cue < 0 ? 0 : 1 + tenth(chanceOf(chances, 0, cue))
  const cueSide = cue < 0 ? 0 : cue < first ? 1 : 2
  const cueGap = cue < 0 ? 10 : bucket(Math.abs(cue < first ? first - cue - 1 : cue - last - 1))
  const begins = tenth(chances[2]![first * 2]!)
  const sameUnit = cue >= 0 && (unit[cue] === unit[first] || unit[cue] === unit[last]) ? 1 : 0
  const verbs = Math.min(2, inside.verbs)
  put(1, mean)
  put(2, mean, length)
  put(3, tenth(inside.most), mean)
  put(4, length, inside.quoted, verbs)
  put(5, cueChance, cueSide, cueGap)
  put(6, cueWord, cueSide)
  put(7, cueWord, beside(first, classes.word))
  put(8, cueChance, mean)
  put(9, speaker, mean)
  put(10, speaker, cueChance, sameUnit)
  put(11, begins, mean)
  put(12, view.traits, length)
  put(13, view.traits, mean)
  put(14, beside(first, classes.word), length > 2 ? 1 : 0)
  put(15, beside(first - 1, classes.word), length > 2 ? 1 : 0)
  put(16, beside(first - 1, classes.class), beside(first, classes.class))
  put(17, beside(last, classes.class), beside(last + 1, classes.class))
  put(18, beside(last + 1, classes.word))
  put(19, inside.quoted, mean)
  put(20, sameUnit, cueSide, cueGap)
  put(21, view.traits, cueChance)
  put(22, 0)
}
