/** Languages whose reporting words are known. Others are read by their quotation marks and punctuation alone. */
export type LanguageCode = 'en' | 'de' | 'fr' | 'es' | 'ru' | 'cs'

/** Word lists of one language: lower-case forms separated by white space. */
export interface LanguageWords {
  code: LanguageCode
  /** Verbs of saying, inflected. */
  speech: string
  /** Verbs of thinking, wanting, judging: they report too, more weakly. */
  mind: string
  /** Nouns that report: "statement", "claim". */
  speechNouns: string
  /** "according", "laut": what follows is the source. */
  according: string
  he: string
  she: string
  they: string
  it: string
  /** First and second person. */
  speaking: string
  determiners: string
  possessives: string
  prepositions: string
  conjunctions: string
  relatives: string
  auxiliaries: string
  adverbs: string
  /** Titles before a name, without the full stop. */
  titles: string
  /** Roles of one person. */
  roles: string
  /** Roles and groups in the plural. */
  groups: string
  /** Heads of the names of organisations. */
  organisations: string
  /** Days, months and the like: capitalised, never a speaker. */
  times: string
  /** Forms that mark reported speech by mood (German Konjunktiv I and the like). */
  reportedMood: string
  /** Titles, roles and endings that tell a woman or a man. */
  female: string
  male: string
  /** Abbreviations that keep their full stop without ending a sentence. */
  abbreviations: string
  /** Very common words that tell this language from the others. */
  telling: string
  /** Lower-case parts inside names: "von", "de". */
  particles: string
}
