import { type FoldedText, foldText } from './fold-text'

/** Gives every distinct folded word a small number, shared by the texts that are compared. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly plain: number[] = []
  readonly words: string[] = []

  numberOf(word: string): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const number = this.words.length
    this.numbers.set(word, number)
    this.words.push(word)
    this.plain.push(number)
    const lower = word.toLowerCase()
    if (lower !== word) this.plain[number] = this.numberOf(lower)
    return number
  }

  /** The number of the same word in small letters. */
  withoutCase(number: number): number {
    return this.plain[number] as number
  }
}

/**
 * A text as a sequence of words and signs. A letter of a script written without spaces counts as a word, a punctuation
 * mark or emoji as a sign. Token t is word number `ids[t]` if case is overlooked, `forms[t]` if not, and stands at
 * `folded.text.slice(starts[t], ends[t])`.
 */
export interface TokenText {
  readonly source: string
  readonly folded: FoldedText
  readonly ids: Int32Array
  readonly forms: Int32Array
  /** Offsets into the folded text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for tokens that begin a line, and for the place behind the last one. */
  readonly lineStarts: Uint8Array
  readonly count: number
}

const kind = { unknown: 0, space: 1, word: 2, single: 3, sign: 4 } as const
type Kind = (typeof kind)[keyof typeof kind]

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]$/u
const wordCharacter = /^[\p{L}\p{N}\p{M}_]$/u
const mark = /^\p{M}$/u

const kinds = new Uint8Array(0x10000)
const astralKinds = new Map<number, Kind>()

function classify(point: number): Kind {
  const character = String.fromCodePoint(point)
  if (/^\s$/u.test(character)) return kind.space
  if (mark.test(character)) return kind.word
  if (unspaced.test(character)) return kind.single
  return wordCharacter.test(character) ? kind.word : kind.sign
}

function kindOfUnit(unit: number): Kind {
  const known = kinds[unit] as Kind
  if (known !== kind.unknown) return known
  const found = classify(unit)
  kinds[unit] = found
  return found
}

function kindAt(text: string, at: number): Kind {
  if (at >= text.length) return kind.unknown
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdfff) return kindOfUnit(unit)
  const point = text.codePointAt(at) as number
  const known = astralKinds.get(point)
  if (known !== undefined) return known
  const found = classify(point)
  astralKinds.set(point, found)
  return found
}

const apostrophe = 0x27

function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1
}

function endOfWord(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    if (kindAt(text, end) === kind.word) end += widthAt(text, end)
    else if (text.charCodeAt(end) === apostrophe && kindAt(text, end + 1) === kind.word && end > at) end += 1
    else break
  }
  return end
}

/** A letter of an unspaced script takes its vowel signs and marks with it. */
function endOfSingle(text: string, at: number): number {
  let end = at + widthAt(text, at)
  while (end < text.length && text.charCodeAt(end) >= 0x300 && mark.test(text.charAt(end))) end += 1
  return end
}

function endOfToken(text: string, at: number, start: Kind): number {
  if (start === kind.word) return endOfWord(text, at)
  return start === kind.single ? endOfSingle(text, at) : at + widthAt(text, at)
}

/** Cuts a text into tokens; linear in its length. */
export function tokenize(source: string, vocabulary: Vocabulary): TokenText {
  const folded = foldText(source, { joinHyphens: true })
  const { text } = folded
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  const forms = new Int32Array(text.length)
  const lineStarts = new Uint8Array(text.length + 1)
  lineStarts[0] = 1
  let count = 0
  for (let at = 0; at < text.length; ) {
    const found = kindAt(text, at)
    if (found === kind.space) {
      if (breaksLine(folded, source, at)) lineStarts[count] = 1
      at += 1
      continue
    }
    const end = endOfToken(text, at, found)
    starts[count] = at
    ends[count] = end
    forms[count] = vocabulary.numberOf(comparedForm(text.slice(at, end)))
    count += 1
    at = end
  }
  lineStarts[count] = 1
  return {
    source,
    folded,
    ids: forms.slice(0, count).map((form) => vocabulary.withoutCase(form)),
    forms: forms.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    lineStarts: lineStarts.slice(0, count + 1),
    count,
  }
}

function breaksLine({ starts, ends }: FoldedText, source: string, blank: number): boolean {
  const end = ends[blank] as number
  for (let at = starts[blank] as number; at < end; at += 1) {
    const unit = source.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return true
  }
  return false
}

/** Single and double quotation marks are exchanged by editors, so they count as one sign. */
function comparedForm(word: string): string {
  return word === "'" ? '"' : word
}

/** Whether a token is a sign rather than a word. */
export function isSign(word: string): boolean {
  return word === '_' || kindAt(word, 0) === kind.sign
}

/** The first token that ends after a folded offset. */
export function firstTokenEndingAfter(tokens: TokenText, offset: number): number {
  return countNotAbove(tokens.ends, offset)
}

/** How many tokens start before a folded offset. */
export function countTokensStartingBefore(tokens: TokenText, offset: number): number {
  return countNotAbove(tokens.starts, offset - 1)
}

/** How many entries of a sorted list are at most `value`. */
export function countNotAbove(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
