import type { FoundQuote, Span } from '@shared/quotes/found-quote'
import { type GoldArticle, type GoldAttribution, overlap } from './material'

/** Counts over articles; the same measures as the material's own scorer. */
export interface Score {
  predicted: number
  gold: number
  found: number
  /** Of those found, such whose material names a speaker. */
  sourced: number
  goldSourced: number
  right: number
  /** Characters of reported content. */
  contentBoth: number
  contentPredicted: number
  contentGold: number
}

/** How one suggestion turned out, for the reliability of its confidence. */
export interface Outcome {
  kind: FoundQuote['kind']
  confidence: number
  right: boolean
}

export const emptyScore = (): Score => ({
  predicted: 0,
  gold: 0,
  found: 0,
  sourced: 0,
  goldSourced: 0,
  right: 0,
  contentBoth: 0,
  contentPredicted: 0,
  contentGold: 0,
})

const EDGE = ' \t\r\n"“”„«»‘’\'.,;:!?-—–'

function trim(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end]
  while (from < to && EDGE.includes(text[from]!)) from += 1
  while (to > from && EDGE.includes(text[to - 1]!)) to -= 1
  return [from, to]
}

const halfShared = (a: Span, b: Span) => overlap(a, b) * 2 >= Math.max(a[1] - a[0], b[1] - b[0])

function isRightSpeaker(text: string, quote: FoundQuote, { source }: GoldAttribution): boolean {
  const { speakerSpan, speaker } = quote
  if (speakerSpan && source.some((span) => overlap(span, speakerSpan) > 0)) return true
  const lastName = speaker?.match(/\p{Lu}[\p{L}’'.-]*/gu)?.pop()
  return (
    lastName !== undefined &&
    source.some((span) =>
      text
        .slice(...span)
        .split(/[\s,’']+/)
        .includes(lastName),
    )
  )
}

function mark(spans: readonly Span[], length: number): Uint8Array {
  const marks = new Uint8Array(length)
  for (const [start, end] of spans) marks.fill(1, start, end)
  return marks
}

function scoreContent(score: Score, gold: GoldArticle, quotes: readonly FoundQuote[]): void {
  const { length } = gold.text
  const ours = mark(
    quotes.flatMap((quote) => quote.spans),
    length,
  )
  const theirs = mark(
    gold.attributions.flatMap(({ content }) => content),
    length,
  )
  for (let index = 0; index < length; index += 1) {
    score.contentBoth += ours[index]! & theirs[index]!
    score.contentPredicted += ours[index]!
    score.contentGold += theirs[index]!
  }
}

/** Adds one article to a score and tells how each of its suggestions turned out. */
export function scoreArticle(score: Score, gold: GoldArticle, quotes: readonly FoundQuote[]): Outcome[] {
  const { text } = gold
  scoreContent(score, gold, quotes)
  const owners = gold.attributions.flatMap((attribution) =>
    attribution.quotes.map((span) => ({ span: trim(text, span), attribution, taken: false })),
  )
  score.gold += owners.length
  score.goldSourced += owners.filter(({ attribution }) => attribution.source.length > 0).length
  return quotes.map((quote) => {
    if (quote.kind !== 'direct') return reportOutcome(gold, quote)
    let right = true
    for (const span of quote.spans) {
      score.predicted += 1
      const own = trim(text, span)
      const owner = owners.find((each) => !each.taken && halfShared(own, each.span))
      if (owner) owner.taken = true
      const ok = owner !== undefined && isRightSpeaker(text, quote, owner.attribution)
      if (owner) score.found += 1
      if (owner && owner.attribution.source.length > 0) {
        score.sourced += 1
        if (ok) score.right += 1
      }
      right &&= ok
    }
    return { kind: quote.kind, confidence: quote.confidence, right }
  })
}

/** Reported words are right where at least half of them are one attribution's content and its speaker is named. */
function reportOutcome({ text, attributions }: GoldArticle, quote: FoundQuote): Outcome {
  const length = quote.spans.reduce((sum, [start, end]) => sum + end - start, 0)
  const right = attributions.some((attribution) => {
    const shared = quote.spans.reduce(
      (sum, span) => sum + attribution.content.reduce((inner, other) => inner + overlap(span, other), 0),
      0,
    )
    return shared * 2 >= length && isRightSpeaker(text, quote, attribution)
  })
  return { kind: quote.kind, confidence: quote.confidence, right }
}

const ratio = (part: number, all: number) => (all === 0 ? 0 : part / all)
const f1 = (both: number, a: number, b: number) => ratio(2 * both, a + b)

/** One line with the figures of the material's scorer. */
export function describeScore(score: Score): string {
  const unsourced = score.found - score.sourced
  const figures = [
    ['direct F1', f1(score.found, score.predicted, score.gold)],
    ['speaker', ratio(score.right, score.sourced)],
    ['quote+speaker F1', f1(score.right, score.predicted - unsourced, score.goldSourced)],
    ['content F1', f1(score.contentBoth, score.contentPredicted, score.contentGold)],
    ['content P', ratio(score.contentBoth, score.contentPredicted)],
    ['content R', ratio(score.contentBoth, score.contentGold)],
  ] as const
  return figures.map(([name, value]) => `${name} ${value.toFixed(4)}`).join('  ')
}

/** How often suggestions of each confidence were right, a line for each tenth. */
export function describeReliability(outcomes: readonly Outcome[]): string {
  const lines = Array.from({ length: 10 }, (_, tenth) => {
    const inTenth = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth)
    if (inTenth.length === 0) return ''
    const mean = inTenth.reduce((sum, { confidence }) => sum + confidence, 0) / inTenth.length
    const right = inTenth.filter((outcome) => outcome.right).length / inTenth.length
    return `  ${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}: said ${mean.toFixed(2)}, right ${right.toFixed(2)} of ${inTenth.length}\n`
  })
  return lines.join('')
}
