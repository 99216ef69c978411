import { offsetMap } from '@shared/base/code-points'
import { ok, type Result } from '@shared/base/result'
import { type FoundQuote, findQuotes, type QuoteKind, type Span } from '@shared/quotes/find-quotes'
import { readArguments, requireFiles } from './arguments'
import { reportEach, type Terminal } from './command'
import { readText } from './input'

export const help = `florilegium quotes [--lang TAG] [--json] FILE…

Finds who said what in plain text: direct, indirect and mixed quotes with their speakers.

  --lang TAG   the language (BCP 47), otherwise it is guessed
  --json       one JSON object a line: {file, quotes: [{kind, spans: [[start,end]…], speaker, speakerSpan,
               cueSpan, confidence}]}; offsets count Unicode code points
`

interface QuoteOut {
  readonly kind: QuoteKind
  readonly spans: readonly Span[]
  readonly speaker: string | null
  readonly speakerSpan: Span | null
  readonly cueSpan: Span | null
  readonly confidence: number
}

interface Found {
  readonly quotes: readonly QuoteOut[]
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { lang: { type: 'string' }, json: { type: 'boolean' } })
  const options = values.lang === undefined ? {} : { lang: values.lang }
  const texts = new Map<string, string>()
  const work = async (file: string): Promise<Result<Found>> => {
    const text = await readText(file)
    if (!text.ok) return text
    texts.set(file, text.value)
    return ok({ quotes: toCodePoints(text.value, findQuotes(text.value, options)) })
  }
  const describe = (file: string, found: Found) => describeQuotes(file, texts.get(file) ?? '', found)
  return reportEach(requireFiles(files), values.json === true, terminal, work, describe)
}

function toCodePoints(text: string, quotes: readonly FoundQuote[]): QuoteOut[] {
  const offsets = offsetMap(text)
  const convert = ([start, end]: Span): Span => [offsets.toCodePoint(start), offsets.toCodePoint(end)]
  return quotes.map(({ kind, spans, speaker, speakerSpan, cueSpan, confidence }) => ({
    kind,
    spans: spans.map(convert),
    speaker,
    speakerSpan: speakerSpan && convert(speakerSpan),
    cueSpan: cueSpan && convert(cueSpan),
    confidence,
  }))
}

function describeQuotes(file: string, text: string, { quotes }: Found): string {
  const offsets = offsetMap(text)
  const lines = quotes.map(({ kind, spans, speaker, confidence }) => {
    const words = spans.map(([start, end]) => text.slice(offsets.toUtf16(start), offsets.toUtf16(end)))
    return `  ${speaker ?? '(nobody named)'}, ${kind}, ${Math.round(confidence * 100)} %: ${words.join(' … ')}\n`
  })
  return `${file}: ${quotes.length === 1 ? '1 quote' : `${quotes.length} quotes`}\n${lines.join('')}`
}
