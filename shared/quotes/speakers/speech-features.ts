import { FUNCTION_WORD, Word } from '../languages/lexicon'
import { TokenKind } from '../reading/tokens'
import { chanceOf } from '../tagging/second-pass'
import { hashString, mix } from '../tagging/word-classes'
import type { Scene, TargetView } from './candidate-features'

/** Size of the table that tells speech from titles, terms and scare quotes. */
export const SPEECH_BITS = 14

const bucket = (n: number) => (n <= 6 ? n : n <= 9 ? 7 : n <= 14 ? 8 : n <= 25 ? 9 : 10)
const tenth = (chance: number) => Math.min(9, Math.floor(chance * 10))

interface Inside {
  words: number
  capitals: number
  verbs: number
  content: number
  functions: number
  mood: number
}

function lookInside(scene: Scene, view: TargetView): Inside {
  const { tokens } = scene.reading
  const { first, last } = view.target
  const inside: Inside = { words: 0, capitals: 0, verbs: 0, content: 0, functions: 0, mood: 0 }
  for (let index = first; index <= last; index += 1) {
    inside.content += chanceOf(scene.chances, 2, index)
    if (tokens.kind[index] === TokenKind.mark) continue
    const flags = tokens.flags[index]!
    inside.words += 1
    inside.capitals += tokens.capital[index]!
    if (flags & (Word.auxiliary | Word.speech | Word.mind)) inside.verbs += 1
    if (flags & FUNCTION_WORD) inside.functions += 1
    if (flags & Word.speaking) inside.mood += 1
  }
  inside.content /= last - first + 1
  return inside
}

/** Hashed features of one quotation for the question whether it is somebody's words. */
export function speechFeatures(scene: Scene, view: TargetView, speakerChance: number, into: number[]): void {
  into.length = 0
  const mask = (1 << SPEECH_BITS) - 1
  const { reading, classes } = scene
  const { tokens, quoted } = reading
  const { block } = tokens
  const { first, last, quote } = view.target
  const span = quoted[quote]!
  const inside = lookInside(scene, view)
  const put = (template: number, a: number, b = 0, c = 0) => {
    into.push((mix(mix(mix(template * 0x1f3d5b79, a), b), c) >>> 7) & mask)
  }
  const beside = (index: number, list: Int32Array) =>
    index < 0 || index >= tokens.count || block[index] !== block[first] ? 1 : list[index]!
  const length = bucket(inside.words)
  const content = tenth(inside.content)
  const capital = inside.words === 0 ? 5 : Math.floor((inside.capitals / inside.words) * 4)
  const endMark = hashString(tokens.lower[Math.max(first, last - 1)]!)
  const marked = tokens.kind[Math.max(first, last - 1)] === TokenKind.mark ? endMark : 0
  const firstInside = Math.min(first + 1, last)
  const lower = tokens.capital[firstInside] === 0 ? 1 : 0
  const cueGap = view.cue < 0 ? 11 : bucket(view.cue < first ? first - view.cue : view.cue - last)
  const speaker = tenth(speakerChance)
  const unitBits = view.traits
  put(1, content)
  put(2, content, length)
  put(3, length, capital, lower)
  put(4, speaker, content)
  put(5, beside(first - 1, classes.class), length)
  put(6, beside(last + 1, classes.class), length)
  put(7, beside(first - 1, classes.word))
  put(8, beside(last + 1, classes.word))
  put(9, marked, length)
  put(10, cueGap, length)
  put(11, unitBits, length)
  put(12, span.closed ? 1 : 0, span.continues ? 1 : 0, length)
  put(13, hashString(span.mark), length)
  put(14, bucket(inside.verbs), bucket(inside.functions))
  put(15, inside.mood > 0 ? 1 : 0, length)
  put(16, beside(first - 1, classes.class), beside(last + 1, classes.class), lower)
  put(17, beside(first - 2, classes.class), beside(first - 1, classes.class))
  put(18, beside(first - 1, classes.word), capital, lower)
  put(19, classes.class[firstInside]!, length)
  put(20, content, capital, lower)
  put(21, view.cue < 0 ? 0 : classes.word[view.cue]!, length > 3 ? 1 : 0)
  put(22, content, unitBits)
  put(23, beside(first - 2, classes.word), beside(first - 1, classes.word))
  put(24, 0)
  const outside = contentBeside(scene, first - 1, first) * 10 + contentBeside(scene, last + 1, last)
  const cueChance = view.cue < 0 ? 0 : 1 + tenth(chanceOf(scene.chances, 0, view.cue))
  put(25, outside, length)
  put(26, outside, content)
  put(27, cueChance, cueGap, content)
  put(28, cueChance, speaker)
  put(29, repeatedElsewhere(scene, first, last), length)
  put(30, classes.stem[firstInside]!, classes.stem[Math.max(firstInside, last - 1)]!)
  put(31, inside.verbs > 0 ? 1 : 0, marked === 0 ? 0 : 1, content)
  put(32, length, content, unitBits)
}

/** How likely the word beside the quotation is reported too, in tenths; 9 where there is none. */
function contentBeside(scene: Scene, index: number, inside: number): number {
  const { unit, tokens } = scene.reading
  if (index < 0 || index >= tokens.count || unit[index] !== unit[inside]) return 9
  return Math.min(8, tenth(chanceOf(scene.chances, 2, index)))
}

/** Quotations before and after that are looked through for the same words. */
const REPEAT_REACH = 40

/** A term or title tends to come back in quotation marks: 1 where the same words stand in another quotation. */
function repeatedElsewhere({ reading }: Scene, first: number, last: number): number {
  const { quoted, quoteOf, text } = reading
  if (last - first > 8) return 0
  const order = quoteOf[first]!
  const wordsOf = (index: number) => text.slice(quoted[index]!.start, quoted[index]!.end).toLowerCase()
  const words = wordsOf(order)
  const end = Math.min(quoted.length - 1, order + REPEAT_REACH)
  for (let index = Math.max(0, order - REPEAT_REACH); index <= end; index += 1) {
    if (
      index !== order &&
      quoted[index]!.end - quoted[index]!.start === words.length &&
      wordsOf(index) === words
    )
      return 1
  }
  return 0
}
