import { czech } from './czech'
import { english } from './english'
import { french } from './french'
import { german } from './german'
import type { LanguageCode, LanguageWords } from './language'
import { russian } from './russian'
import { spanish } from './spanish'

/** What a word can be, as bits of one number, so that a token needs a single look-up. */
export const Word = {
  speech: 1 << 0,
  mind: 1 << 1,
  speechNoun: 1 << 2,
  according: 1 << 3,
  he: 1 << 4,
  she: 1 << 5,
  they: 1 << 6,
  it: 1 << 7,
  speaking: 1 << 8,
  determiner: 1 << 9,
  possessive: 1 << 10,
  preposition: 1 << 11,
  conjunction: 1 << 12,
  relative: 1 << 13,
  auxiliary: 1 << 14,
  adverb: 1 << 15,
  title: 1 << 16,
  role: 1 << 17,
  group: 1 << 18,
  organisation: 1 << 19,
  time: 1 << 20,
  reportedMood: 1 << 21,
  female: 1 << 22,
  male: 1 << 23,
  particle: 1 << 24,
} as const

/** Third-person pronouns. */
export const PRONOUN = Word.he | Word.she | Word.they | Word.it
/** Words that carry grammar, not content: never a name by themselves. */
export const FUNCTION_WORD =
  PRONOUN |
  Word.speaking |
  Word.determiner |
  Word.possessive |
  Word.preposition |
  Word.conjunction |
  Word.relative |
  Word.auxiliary |
  Word.adverb

/** A language made ready for look-ups. */
export interface Lexicon {
  code: LanguageCode
  /** Bits of `Word` for a lower-case form; absent words have none. */
  flags: ReadonlyMap<string, number>
  abbreviations: ReadonlySet<string>
  telling: ReadonlySet<string>
}

/** The visible list of languages; a new one joins by a line here. */
const languages: Record<LanguageCode, LanguageWords> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  cs: czech,
}

export const languageCodes = Object.keys(languages) as LanguageCode[]

const split = (words: string) => words.replaceAll('’', "'").trim().split(/\s+/)

function buildLexicon(words: LanguageWords): Lexicon {
  const flags = new Map<string, number>()
  const add = (list: string, bit: number) => {
    for (const word of split(list)) flags.set(word, (flags.get(word) ?? 0) | bit)
  }
  add(words.speech, Word.speech)
  add(words.mind, Word.mind)
  add(words.speechNouns, Word.speechNoun)
  add(words.according, Word.according)
  add(words.he, Word.he)
  add(words.she, Word.she)
  add(words.they, Word.they)
  add(words.it, Word.it)
  add(words.speaking, Word.speaking)
  add(words.determiners, Word.determiner)
  add(words.possessives, Word.possessive)
  add(words.prepositions, Word.preposition)
  add(words.conjunctions, Word.conjunction)
  add(words.relatives, Word.relative)
  add(words.auxiliaries, Word.auxiliary)
  add(words.adverbs, Word.adverb)
  add(words.titles, Word.title)
  add(words.roles, Word.role)
  add(words.groups, Word.group)
  add(words.organisations, Word.organisation)
  add(words.times, Word.time)
  add(words.reportedMood, Word.reportedMood)
  add(words.female, Word.female)
  add(words.male, Word.male)
  add(words.particles, Word.particle)
  return {
    code: words.code,
    flags,
    abbreviations: new Set(split(words.abbreviations)),
    telling: new Set(split(words.telling)),
  }
}

const built = new Map<LanguageCode, Lexicon>()

/** The lexicon of a language, built on first use. */
export function lexiconOf(code: LanguageCode): Lexicon {
  const known = built.get(code)
  if (known) return known
  const lexicon = buildLexicon(languages[code])
  built.set(code, lexicon)
  return lexicon
}
