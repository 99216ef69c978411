import { reanchorAll } from '@shared/anchoring/reanchor'
import { type Fate, makeRevision, type Revision } from './generate-revision'
import { matchQuote } from './quote-matcher'
import { Reliability } from './reliability'
import { count, type Span, sum, type Tally } from './tally'
import type { Doubt } from './undecidable'

/**
 * Seeds for finding thresholds, and others that were not looked at while they were found. A goal of one miss in a thousand
 * wants many texts: one repeated paragraph that is missed takes all its passages with it.
 */
export const seeds = {
  tuning: [11, 12, 13],
  heldOut: Array.from({ length: 40 }, (_, order) => 901 + order),
} as const

const rates = [0.01, 0.05, 0.1, 0.2]

interface Measured {
  readonly name: string
  readonly tallies: Map<Fate, Tally>
  /** Of the same passages those whose place the two texts do not tell, by the reason. */
  readonly doubts: Map<Doubt, Tally>
  seconds: number
}

type Matcher = (revision: Revision) => (Span | undefined)[]

/** All passages in one pass; notes how far the scores are to be believed. */
const onePass =
  (reliability: Reliability): Matcher =>
  ({ oldText, newText, passages }) =>
    reanchorAll(oldText, newText, passages).map((placed, order) => {
      const passage = passages[order]
      if (passage) reliability.note(passage, placed)
      return placed.start < 0 ? undefined : placed
    })

const oneByOne: Matcher = ({ newText, passages }) =>
  passages.map(({ selector }) => matchQuote(newText, selector) ?? undefined)

function measure(match: Matcher, revision: Revision, into: Measured): void {
  const started = performance.now()
  const placed = match(revision)
  into.seconds += (performance.now() - started) / 1000
  revision.passages.forEach((passage, order) => {
    count(into.tallies, passage.fate, passage, placed[order])
    if (passage.doubt) count(into.doubts, passage.doubt, passage, placed[order])
  })
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`.padStart(9)

function printRow(name: string, tally: Tally, remark = ''): void {
  const figures = [tally.right, tally.partly, tally.misplaced, tally.unplaced].map((part) =>
    percent(part, tally.count),
  )
  console.log(`    ${name.padEnd(10)} n=${String(tally.count).padStart(6)} ${figures.join(' ')}${remark}`)
}

const pace = ({ tallies, seconds }: Measured): number => sum(tallies).count / seconds

/** In per cent: what has to be right, and how much of all may be misplaced. */
const leastRight: Partial<Record<Fate, number>> = { unchanged: 99.9, edited: 98, removed: 99 }
const mostMisplaced = 0.1

function remarkOn(isMet: boolean, goal: string): string {
  return `  (${goal}: ${isMet ? 'met' : 'MISSED'})`
}

function printMeasured(measured: Measured): void {
  console.log(`  ${measured.name}: ${Math.round(pace(measured))} annotations a second`)
  for (const fate of ['unchanged', 'edited', 'torn', 'rewritten', 'removed'] as const) {
    const tally = measured.tallies.get(fate)
    const goal = leastRight[fate]
    if (!tally) continue
    const isMet = goal === undefined || tally.right * 100 >= goal * tally.count
    printRow(fate, tally, goal === undefined ? '' : remarkOn(isMet, `right >= ${goal} %`))
  }
  const all = sum(measured.tallies)
  const isMet = all.misplaced * 100 <= mostMisplaced * all.count
  printRow('all', all, remarkOn(isMet, `misplaced <= ${mostMisplaced} %`))
  console.log('    of these, not to be told from the two texts:')
  for (const doubt of ['adrift', 'doubled', 'blurred'] as const) {
    const tally = measured.doubts.get(doubt)
    if (tally) printRow(doubt, tally)
  }
}

function explainDoubts(): void {
  console.log(
    `adrift: a repeated paragraph that lost both neighbours while one like it stands elsewhere without any of theirs;
doubled: its section was copied right beside itself; blurred: words at its edge were deleted or joined by new ones.`,
  )
}

const start = (name: string): Measured => ({ name, tallies: new Map(), doubts: new Map(), seconds: 0 })

/** Measures both matchers on generated edits of a long text; the slow one on the first seed only. */
export function reportGeneratedEdits(chosen: readonly number[], withBaseline: boolean): void {
  console.log(
    'Generated edits, 100,000 words, 1,000 annotations a text; columns: right, partly, misplaced, not placed',
  )
  explainDoubts()
  const reliability = new Reliability()
  for (const rate of rates) {
    const quick = start('one pass')
    const slow = start('one by one (quote, prefix, suffix, hint)')
    for (const seed of chosen) {
      const revision = makeRevision({ seed, rate, words: 100_000, passages: 1000 })
      measure(onePass(reliability), revision, quick)
      if (withBaseline && seed === chosen[0]) measure(oneByOne, revision, slow)
    }
    console.log(`${rate * 100} % of words changed`)
    printMeasured(quick)
    if (!withBaseline) continue
    printMeasured(slow)
    console.log(`  one pass is ${Math.round(pace(quick) / pace(slow))} times as fast`)
  }
  reliability.print()
}
