import type { Span } from '../found-quote'
import type { Lexicon } from '../languages/lexicon'
import { splitBlocks, type TextBlock } from '../reading/blocks'

/** The word before a final full stop, if the sentence ends in one. */
const LAST_WORD = /(?:^|[\s(„“"«])([\p{L}][\p{L}.]*|\d{1,2})\.\s*$/u
const LAST_WORD_OF_DATE = /^\d{1,2}$/

/** True where the segmenter cut after an abbreviation, an initial or an ordinal. */
function cutTooEarly(piece: string, next: string, lexicon: Lexicon): boolean {
  const match = LAST_WORD.exec(piece)
  if (!match) return /^\s*[\p{Ll}]/u.test(next) && !/[!?…]["”»“]?\s*$/u.test(piece)
  const word = match[1]!.toLowerCase()
  if (LAST_WORD_OF_DATE.test(word)) return lexicon.code !== 'en' && /^\p{L}/u.test(next)
  if (lexicon.abbreviations.has(word)) return true
  return /^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)
    ? !/^(?:The|He|She|It|They|But|In|On|Der|Die|Das|Er|Sie)\b/u.test(next)
    : false
}

/** A quotation left open at the end of a piece goes on in the next. */
function quotationOpen(piece: string): boolean {
  const count = (pattern: RegExp) => piece.match(pattern)?.length ?? 0
  if (count(/„/g) > 0) return count(/„/g) > count(/[“”]/g)
  return count(/“/g) > count(/”/g) || count(/«/g) > count(/»/g)
}

/** UTF-16 units after which a quotation that is never closed no longer holds its sentences together. */
const LONGEST = 3000

/** UTF-16 units that the segmenter is given at once: its time grows faster than the text. */
const PIECE = 8000

/** A long paragraph in pieces, cut after a full stop where there is one, else at a space. */
function piecesOf(text: string, { start, end }: TextBlock): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > PIECE) {
    const window = text.slice(from, from + PIECE)
    const stop = window.lastIndexOf('. ')
    const space = stop > 0 ? stop + 1 : window.lastIndexOf(' ')
    const cut = from + (space > 0 ? space + 1 : PIECE)
    pieces.push([from, cut])
    from = cut
  }
  pieces.push([from, end])
  return pieces
}

/** Sentences of a text by `Intl.Segmenter`, joined again where it cut after abbreviations or inside quotations. */
export function splitSentences(text: string, lexicon: Lexicon): Span[] {
  const segmenter = new Intl.Segmenter(lexicon.code, { granularity: 'sentence' })
  const sentences: Span[] = []
  for (const block of splitBlocks(text)) {
    let open: Span | null = null
    for (const piece of piecesOf(text, block)) {
      for (const { segment, index } of segmenter.segment(text.slice(...piece))) {
        const start = piece[0] + index
        const end = start + segment.length
        const held: string | null = open ? text.slice(...open) : null
        const joins =
          held !== null &&
          held.length < LONGEST &&
          (cutTooEarly(held, segment, lexicon) || quotationOpen(held))
        if (open && joins) open[1] = end
        else {
          if (open) sentences.push(open)
          open = [start, end]
        }
      }
    }
    if (open) sentences.push(open)
  }
  return sentences.flatMap((span) => trimmed(text, span))
}

function trimmed(text: string, [start, end]: Span): Span[] {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from += 1
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1
  return to > from ? [[from, to]] : []
}
