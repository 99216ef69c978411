/** A word of a text with its place, UTF-16 offsets, end exclusive. */
export interface Term {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** Scripts written without spaces: every character is a term of its own, and words are found as phrases of them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}'
const TERM = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+(?:['’](?=\\p{L})(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+)*`,
  'gu',
)

const PLAIN = /^[a-z0-9]+$/
const known = new Map<string, string>()
const MOST_KNOWN = 200_000

/** A word without case, accents and apostrophes' kinds, so that it is found however it is typed. */
export function foldTerm(word: string): string {
  if (PLAIN.test(word)) return word
  const before = known.get(word)
  if (before !== undefined) return before
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase()
  const term = folded.replace(/'s$/, '')
  if (known.size < MOST_KNOWN) known.set(word, term)
  return term
}

/** The terms of a text, in order. */
export function* termsOf(text: string): Generator<Term, void, undefined> {
  for (const match of text.matchAll(TERM)) {
    yield { term: foldTerm(match[0]), start: match.index, end: match.index + match[0].length }
  }
}
