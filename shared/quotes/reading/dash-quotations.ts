import type { LanguageCode } from '../languages/language'
import { type Lexicon, Word } from '../languages/lexicon'
import type { TextBlock } from './blocks'
import type { QuotedSpan } from './quotation-marks'

/** Languages that set off speech by a dash at the start of a paragraph; elsewhere such a dash makes a list. */
const DASHING: ReadonlySet<LanguageCode> = new Set(['fr', 'es', 'ru', 'cs'])

const OPENING = /^\s*[—–]\s*(?=\S)/u
/** A dash that breaks off: after a mark or a space, never inside a word or a range of figures. */
const BREAK = /(?<=[\s,.!?…])[—–]|[—–](?=[.,;:])/gu
/** Units of a part that are read for its verb. */
const HEAD = 120
/** Words of a part among which its verb of saying must stand. */
const VERB_WITHIN = 4
/** French needs no second dash: “— Nous partons, dit Anne.” */
const INVERSION = /[,!?…]\s+(?=\p{Ll})/gu

interface Part {
  start: number
  end: number
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []

/** Whether a part says who speaks: it opens in lower case and soon has a verb of saying. */
function reports(part: string, lexicon: Lexicon): boolean {
  if (!/^\s*\p{Ll}/u.test(part)) return false
  return wordsOf(part.slice(0, HEAD))
    .slice(0, VERB_WITHIN)
    .some((word) => ((lexicon.flags.get(word) ?? 0) & Word.speech) !== 0)
}

/** Parts of a paragraph between its dashes, the opening dash left out. */
function partsOf(text: string, from: number, end: number): Part[] {
  const parts: Part[] = []
  let start = from
  for (const { index } of text.slice(from, end).matchAll(BREAK)) {
    parts.push({ start, end: from + index })
    start = from + index + 1
  }
  parts.push({ start, end })
  return parts
}

/** Cuts off ", dit Anne." from the end of a part that holds both speech and who says it. */
function cutInversion(text: string, part: Part, lexicon: Lexicon): { speech: Part; cut: boolean } {
  for (const { index, 0: found } of text.slice(part.start, part.end).matchAll(INVERSION)) {
    const after = part.start + index + found.length
    if (reports(text.slice(after, Math.min(part.end, after + HEAD)), lexicon))
      return { speech: { start: part.start, end: part.start + index + 1 }, cut: true }
  }
  return { speech: part, cut: false }
}

interface Line {
  spoken: Part[]
  /** The paragraph itself says who speaks. */
  reported: boolean
  dash: number
  index: number
}

function readLine(text: string, block: TextBlock, index: number, lexicon: Lexicon): Line | null {
  const opening = OPENING.exec(text.slice(block.start, block.end))
  if (!opening) return null
  const from = block.start + opening[0].length
  const spoken: Part[] = []
  let reported = false
  for (const part of partsOf(text, from, block.end)) {
    if (reports(text.slice(part.start, part.end), lexicon)) {
      reported = true
      continue
    }
    const { speech, cut } = cutInversion(text, part, lexicon)
    reported ||= cut
    spoken.push(speech)
  }
  const dash = block.start + opening[0].search(/[—–]/u)
  return { spoken, reported, dash, index }
}

function trimmed(text: string, { start, end }: Part): Part {
  let [from, to] = [start, end]
  while (from < to && /[\s.,;:]/u.test(text[from]!)) from += 1
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1
  return { start: from, end: to }
}

/**
 * Speech set off by dashes at the start of paragraphs, with what stands between as its reporting words:
 * "— Yes, — said Anna. — Tomorrow." A paragraph that names no verb of saying counts only beside one that does.
 */
export function findDashQuotations(
  text: string,
  blocks: readonly TextBlock[],
  lexicon: Lexicon,
): QuotedSpan[] {
  if (!DASHING.has(lexicon.code)) return []
  const lines = blocks.flatMap((block, index) => readLine(text, block, index, lexicon) ?? [])
  const reported = new Set(lines.filter((line) => line.reported).map((line) => line.index))
  return lines
    .filter(({ index }) => [index - 1, index, index + 1].some((near) => reported.has(near)))
    .flatMap(({ spoken, dash }) =>
      spoken.flatMap((part, order): QuotedSpan[] => {
        const { start, end } = trimmed(text, part)
        if (end <= start) return []
        const outerStart = order === 0 ? dash : start
        return [
          { start, end, outerStart, outerEnd: end, depth: 0, mark: '—', closed: true, continues: false },
        ]
      }),
    )
}

/** A stretch between dashes inside quotation marks. */
const INSERTED = /(?<=[,!?…])\s+[—–]\s+(\p{Ll}[^—–]*?)[,.]\s+[—–]\s+/gu

/** «Yes, — said Anna, — tomorrow»: the words of the reporter cut out of a quotation, where a verb of saying is among them. */
export function cutInsertions(text: string, span: QuotedSpan, lexicon: Lexicon): QuotedSpan[] {
  if (lexicon.code !== 'ru') return [span]
  const pieces: QuotedSpan[] = []
  let start = span.start
  let outerStart = span.outerStart
  for (const { index, 0: found, 1: inserted } of text.slice(span.start, span.end).matchAll(INSERTED)) {
    if (!reports(inserted!, lexicon)) continue
    const end = span.start + index
    pieces.push({ ...span, start, end, outerStart, outerEnd: end, closed: true })
    start = end + found.length
    outerStart = start
  }
  pieces.push({ ...span, start, outerStart })
  return pieces
}
