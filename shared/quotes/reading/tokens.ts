import { type Lexicon, Word } from '../languages/lexicon'
import type { TextBlock } from './blocks'

/** Kinds of tokens. */
export const TokenKind = { word: 0, number: 1, mark: 2 } as const

/** The text's tokens as parallel lists; offsets are UTF-16, blocks are indexes. */
export interface Tokens {
  count: number
  start: Int32Array
  end: Int32Array
  /** Lower-case form, apostrophes made straight. */
  lower: string[]
  kind: Uint8Array
  /** 1 where the token begins with a capital letter. */
  capital: Uint8Array
  /** Bits of `Word`. */
  flags: Int32Array
  block: Int32Array
}

const TOKEN =
  /https?:\/\/[^\s"”»<>]+|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}_]*(?:[-‑'’][\p{L}\p{M}\p{N}_]+)*|[@#]\w+|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}])|\d+[\p{L}\p{N}-]*|\.{2,}|''|\S/gu
const CLITIC = /['’](?:s|re|ve|ll|d|m)$/i
/** French and Italian articles and conjunctions glued to the next word. */
const ELISION = /^(?:[ldjnmstc]|qu)['’]/i
/** "dit-elle", "s'indigne-t-il": the verb and its pronoun. */
const INVERSION = /(?:-t)?-(ils?|elles?|on|je)$/i

const isDigit = (code: number) => code >= 48 && code <= 57

interface Piece {
  start: number
  end: number
}

/** A regular-expression match as one or two tokens: clitics split off, an abbreviation's full stop taken in. */
function splitPiece(text: string, piece: Piece, lexicon: Lexicon): Piece[] {
  const { start, end } = piece
  const word = text.slice(start, end)
  if (lexicon.code === 'en') {
    const clitic = CLITIC.exec(word)
    if (clitic && clitic.index > 0) {
      const cut = start + clitic.index
      return [
        { start, end: cut },
        { start: cut, end },
      ]
    }
  }
  if (lexicon.code === 'fr') {
    const inversion = INVERSION.exec(word)
    if (inversion && inversion.index > 0) {
      const cut = start + inversion.index
      const pronoun = end - inversion[1]!.length
      return [...splitPiece(text, { start, end: cut }, lexicon), { start: pronoun, end }]
    }
    const elision = ELISION.exec(word)
    if (elision && elision[0].length < word.length) {
      const cut = start + elision[0].length
      return [
        { start, end: cut },
        { start: cut, end },
      ]
    }
  }
  if (text[end] === '.' && (lexicon.abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word))) {
    return [{ start, end: end + 1 }]
  }
  return [piece]
}

function cutPieces(text: string, blocks: readonly TextBlock[], lexicon: Lexicon) {
  const pieces: Piece[] = []
  const blockOf: number[] = []
  blocks.forEach((block, index) => {
    TOKEN.lastIndex = block.start
    for (let match = TOKEN.exec(text); match && match.index < block.end; match = TOKEN.exec(text)) {
      const whole = { start: match.index, end: Math.min(block.end, match.index + match[0].length) }
      for (const piece of splitPiece(text, whole, lexicon)) {
        pieces.push(piece)
        blockOf.push(index)
        TOKEN.lastIndex = piece.end
      }
    }
  })
  return { pieces, blockOf }
}

/** Bits for a form; verbs in the past tense of regular shape count as nothing unless listed. */
function flagsOf(lower: string, lexicon: Lexicon): number {
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower
  const flags = lexicon.flags.get(lower) ?? lexicon.flags.get(bare)
  if (flags !== undefined) return flags
  // German roles compound freely: "Verbandssprecherin", "Umweltminister".
  const tail =
    lexicon.code === 'de'
      ? /(?:sprecher|minister|präsident|chef|leiter|experte|forscher|politiker)(?:in)?$/.exec(bare)
      : null
  return tail ? Word.role | (tail[0].endsWith('in') ? Word.female : Word.male) : 0
}

/** Cuts the blocks into words, numbers and marks. */
export function tokenize(text: string, blocks: readonly TextBlock[], lexicon: Lexicon): Tokens {
  const { pieces, blockOf } = cutPieces(text, blocks, lexicon)
  const count = pieces.length
  const tokens: Tokens = {
    count,
    start: new Int32Array(count),
    end: new Int32Array(count),
    lower: new Array<string>(count),
    kind: new Uint8Array(count),
    capital: new Uint8Array(count),
    flags: new Int32Array(count),
    block: Int32Array.from(blockOf),
  }
  for (let index = 0; index < count; index += 1) {
    const { start, end } = pieces[index]!
    const word = text.slice(start, end)
    const lower = word.toLowerCase().replaceAll('’', "'")
    const first = word.charCodeAt(0)
    tokens.start[index] = start
    tokens.end[index] = end
    tokens.lower[index] = lower
    const letter = lower.toUpperCase() !== lower
    tokens.kind[index] = isDigit(first)
      ? TokenKind.number
      : letter || end - start > 1
        ? TokenKind.word
        : TokenKind.mark
    if (lower[0] === '.' || lower === "''") tokens.kind[index] = TokenKind.mark
    tokens.capital[index] = letter && word[0] !== lower[0] ? 1 : 0
    tokens.flags[index] = letter ? flagsOf(lower, lexicon) : 0
  }
  return tokens
}
