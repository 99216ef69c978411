import { reanchorAll } from '@shared/anchoring/reanchor'
import { type Fate, makeRevision, type Revision } from './generate-revision'
import { matchQuote } from './quote-matcher'
import { count, type Span, sum, type Tally } from './tally'

/** Seeds for finding thresholds, and others that were not looked at while they were found. */
export const seeds = { tuning: [11, 12, 13], heldOut: [901, 902, 903] } as const

const rates = [0.01, 0.05, 0.1, 0.2]

interface Matcher {
  readonly name: string
  readonly match: (revision: Revision) => (Span | undefined)[]
}

const onePass: Matcher = {
  name: 'one pass',
  match: ({ oldText, newText, passages }) =>
    reanchorAll(oldText, newText, passages).map((placed) => (placed.start < 0 ? undefined : placed)),
}

const oneByOne: Matcher = {
  name: 'one by one (quote, prefix, suffix, hint)',
  match: ({ newText, passages }) =>
    passages.map(({ selector }) => matchQuote(newText, selector) ?? undefined),
}

export interface Measured {
  readonly tallies: Map<Fate, Tally>
  seconds: number
}

function measure(matcher: Matcher, revision: Revision, into: Measured): void {
  const started = performance.now()
  const placed = matcher.match(revision)
  into.seconds += (performance.now() - started) / 1000
  revision.passages.forEach((passage, order) => {
    count(into.tallies, passage, placed[order])
  })
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`.padStart(9)

function printRow(name: string, tally: Tally): void {
  const figures = [tally.right, tally.partly, tally.misplaced, tally.unplaced].map((part) =>
    percent(part, tally.count),
  )
  console.log(`    ${name.padEnd(10)} n=${String(tally.count).padStart(5)} ${figures.join(' ')}`)
}

function printMeasured(name: string, { tallies, seconds }: Measured): void {
  const total = sum(tallies)
  console.log(`  ${name}: ${Math.round(total.count / seconds)} annotations a second`)
  for (const fate of ['unchanged', 'edited', 'torn', 'rewritten', 'removed'] as const) {
    const tally = tallies.get(fate)
    if (tally) printRow(fate, tally)
  }
  printRow('all', total)
}

/** Measures both matchers on generated edits of a long text and prints their figures side by side. */
export function reportGeneratedEdits(chosen: readonly number[], withBaseline: boolean): void {
  console.log(
    'Generated edits, 100,000 words, 1,000 annotations a text; columns: right, partly, misplaced, not placed',
  )
  const matchers = withBaseline ? [onePass, oneByOne] : [onePass]
  for (const rate of rates) {
    const all = matchers.map((): Measured => ({ tallies: new Map(), seconds: 0 }))
    for (const seed of chosen) {
      const revision = makeRevision({ seed, rate, words: 100_000, passages: 1000 })
      matchers.forEach((matcher, order) => {
        measure(matcher, revision, all[order] as Measured)
      })
    }
    console.log(`${rate * 100} % of words changed`)
    matchers.forEach((matcher, order) => {
      printMeasured(matcher.name, all[order] as Measured)
    })
  }
}
