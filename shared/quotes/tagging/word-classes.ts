import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import { TokenKind } from '../reading/tokens'

/** Mixes a value into a 32-bit hash. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1)
  mixed ^= mixed >>> 15
  return Math.imul(mixed, 0x85ebca6b) ^ (mixed >>> 13)
}

/** FNV-1a over UTF-16 units. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}

/** Order in which a word with several readings gets its class. */
const CLASS_ORDER = [
  Word.according,
  Word.he,
  Word.she,
  Word.it,
  Word.speaking,
  Word.relative,
  Word.determiner,
  Word.possessive,
  Word.auxiliary,
  Word.conjunction,
  Word.preposition,
  Word.they,
  Word.speech,
  Word.mind,
  Word.speechNoun,
  Word.reportedMood,
  Word.adverb,
  Word.title,
  Word.role,
  Word.group,
  Word.organisation,
  Word.time,
  Word.particle,
]

const ENDING = /(?:ing|ed|ly|ion|ment|ness|s|en|te|ten|t|ung|er|lich|isch)$/

/** Inflections of English and German cut off roughly, so that rare verbs share what their other forms taught. */
const INFLECTION = /(?:ungen|ung|ing|ten|te|ed|en|es|er|em|et|st|ly|e|s|t|n)$/

/** Tokens reduced to what the features ask for: a hash, the hashes of stem and ending, and a coarse class. */
export interface WordClasses {
  word: Int32Array
  stem: Int32Array
  suffix: Int32Array
  /** Small numbers: marks by their sign, listed words by their class, others by capital and ending. */
  class: Int32Array
}

function classOf(lower: string, flags: number, capital: number, kind: number): number {
  if (kind === TokenKind.mark) return 1000 + (hashString(lower) & 0xffff)
  if (kind === TokenKind.number) return 2
  const base = capital ? 100 : 0
  for (let order = 0; order < CLASS_ORDER.length; order += 1) {
    if (flags & CLASS_ORDER[order]!) return base + 10 + order
  }
  const ending = ENDING.exec(lower)
  return base + 50 + (ending ? (hashString(ending[0]) & 31) + 1 : 0)
}

/** Classifies all tokens; equal words of equal case are computed once. */
export function classifyWords(reading: Reading): WordClasses {
  const { tokens } = reading
  const word = new Int32Array(tokens.count)
  const stem = new Int32Array(tokens.count)
  const suffix = new Int32Array(tokens.count)
  const coarse = new Int32Array(tokens.count)
  const known = new Map<string, number>()
  for (let index = 0; index < tokens.count; index += 1) {
    const lower = tokens.lower[index]!
    const capital = tokens.capital[index]!
    const key = capital ? `^${lower}` : lower
    const seen = known.get(key)
    if (seen !== undefined) {
      word[index] = word[seen]!
      stem[index] = stem[seen]!
      suffix[index] = suffix[seen]!
      coarse[index] = coarse[seen]!
      continue
    }
    known.set(key, index)
    // Numbers differ in every article; their size in digits is what carries over.
    const number = tokens.kind[index] === TokenKind.number
    word[index] = number ? 7 + lower.length : hashString(lower)
    stem[index] = number || lower.length < 5 ? word[index]! : hashString(lower.replace(INFLECTION, ''))
    suffix[index] = hashString(lower.slice(-3)) ^ capital
    coarse[index] = classOf(lower, tokens.flags[index]!, capital, tokens.kind[index]!)
  }
  return { word, stem, suffix, class: coarse }
}
