import { offsetMap } from '@shared/base/code-points'
import { ok, type Result } from '@shared/base/result'
import { type FoundClaim, findClaims } from '@shared/quotes/find-claims'
import { readArguments, requireFiles } from './arguments'
import { reportEach, type Terminal } from './command'
import { readText } from './input'

export const help = `florilegium claims [--lang TAG] [--json] FILE…

Finds sentences worth checking in plain text, the most worth checking first, each with the reason.

  --lang TAG   the language (BCP 47), otherwise it is guessed
  --json       one JSON object a line: {file, claims: [{span: [start,end], text, score}]};
               offsets count Unicode code points
`

interface Found {
  readonly claims: readonly {
    readonly span: readonly number[]
    readonly text: string
    readonly score: number
  }[]
}

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, files } = readArguments(args, { lang: { type: 'string' }, json: { type: 'boolean' } })
  const options = values.lang === undefined ? {} : { lang: values.lang }
  // People see the reasons; the format for programs has none.
  const reasons = new Map<string, string[]>()
  const work = async (file: string): Promise<Result<Found>> => {
    const text = await readText(file)
    if (!text.ok) return text
    const claims = findClaims(text.value, options)
    reasons.set(
      file,
      claims.map(({ reason }) => reason),
    )
    return ok({ claims: toCodePoints(text.value, claims) })
  }
  const describe = (file: string, found: Found) => describeClaims(file, found, reasons.get(file) ?? [])
  return reportEach(requireFiles(files), values.json === true, terminal, work, describe)
}

function toCodePoints(text: string, claims: readonly FoundClaim[]): Found['claims'] {
  const offsets = offsetMap(text)
  return claims.map(({ span, text: sentence, score }) => ({
    span: span.map(offsets.toCodePoint),
    text: sentence,
    score,
  }))
}

function describeClaims(file: string, { claims }: Found, reasons: readonly string[]): string {
  const lines = claims.map(
    ({ score, text }, index) =>
      `  ${score.toFixed(2)}  ${text.replace(/\s+/g, ' ')}\n        ${reasons[index] ?? ''}\n`,
  )
  return `${file}: ${claims.length === 1 ? '1 sentence' : `${claims.length} sentences`} worth checking\n${lines.join('')}`
}
