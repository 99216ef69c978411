import { detectLanguage, languageOfTag } from '../languages/detect-language'
import { type Lexicon, lexiconOf } from '../languages/lexicon'
import { splitBlocks, type TextBlock } from './blocks'
import { cutInsertions, findDashQuotations } from './dash-quotations'
import { findQuotedSpans, type QuotedSpan } from './quotation-marks'
import { numberSentences, numberUnits } from './sentences'
import { type Tokens, tokenize } from './tokens'

/** An article cut into what the search for quotes works on. */
export interface Reading {
  text: string
  lexicon: Lexicon
  blocks: TextBlock[]
  tokens: Tokens
  /** Outer quotations, in text order. */
  quoted: QuotedSpan[]
  /** Quotations inside quotations. */
  nested: QuotedSpan[]
  /** Per token: index into `quoted`, or -1; the marks belong to the quotation. */
  quoteOf: Int32Array
  sentence: Int32Array
  /** Sentences with the quotations that they report. */
  unit: Int32Array
}

function assignQuotes(tokens: Tokens, quoted: readonly QuotedSpan[]): Int32Array {
  const quoteOf = new Int32Array(tokens.count).fill(-1)
  let token = 0
  quoted.forEach((span, index) => {
    while (token < tokens.count && tokens.start[token]! < span.outerStart) token += 1
    while (token < tokens.count && tokens.start[token]! < span.outerEnd) {
      quoteOf[token] = index
      token += 1
    }
  })
  return quoteOf
}

/** Speech set off by dashes joins that between marks; quotations within it are nested. */
function withDashes(marked: QuotedSpan[], dashed: QuotedSpan[]): QuotedSpan[] {
  if (dashed.length === 0) return marked
  const deeper = marked.map((span) =>
    dashed.some((outer) => outer.start <= span.outerStart && span.outerEnd <= outer.end)
      ? { ...span, depth: span.depth + 1 }
      : span,
  )
  return [...deeper, ...dashed].sort((a, b) => a.outerStart - b.outerStart)
}

/** Reads a text once for all the searches; the language is guessed unless a tag names a known one. */
export function readArticle(text: string, lang?: string): Reading {
  const lexicon = lexiconOf(languageOfTag(lang) ?? detectLanguage(text))
  const blocks = splitBlocks(text)
  const marked = findQuotedSpans(text, blocks).flatMap((span) => cutInsertions(text, span, lexicon))
  const spans = withDashes(marked, findDashQuotations(text, blocks, lexicon))
  const quoted = spans.filter((span) => span.depth === 0)
  const tokens = tokenize(text, blocks, lexicon)
  const quoteOf = assignQuotes(tokens, quoted)
  const sentence = numberSentences(tokens)
  return {
    text,
    lexicon,
    blocks,
    tokens,
    quoted,
    nested: spans.filter((span) => span.depth > 0),
    quoteOf,
    sentence,
    unit: numberUnits(tokens, sentence, quoteOf, quoted),
  }
}
