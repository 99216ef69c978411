import { serveBenchPage } from '@test/support/bench-page'
import { launchBrowser } from '@test/support/browser'
import { median } from '@test/support/median'
import type { Browser } from 'playwright-core'
import type { Outcome, Run } from './reader/page'

// npm run bench -- reader [runs] [words,words] [annotations,annotations] [subjects as a pattern]
const [runs = '3', words = '1500,100000,300000', counts = '100,1000,10000', pattern = '.'] =
  process.argv.slice(2)
/** A subject that takes longer than this is given up. */
const LIMIT = 90_000

async function runOnce(browser: Browser, address: string, run: Run): Promise<Outcome> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  try {
    await page.goto(address)
    await page.waitForFunction('window.bench')
    const work = page.evaluate((wanted) => Reflect.get(window, 'bench').run(wanted), run) as Promise<Outcome>
    const limit = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('too slow')), LIMIT).unref(),
    )
    return await Promise.race([work, limit])
  } finally {
    await page.close()
  }
}

/** Runs the subjects in turns, so that what else the machine does falls on all alike; null for one that was given up. */
async function measure(
  browser: Browser,
  address: string,
  tests: readonly Run[],
): Promise<readonly (Outcome | null)[]> {
  const outcomes = tests.map((): Outcome[] | null => [])
  for (let count = 0; count < Number(runs); count += 1)
    for (const [place, run] of tests.entries()) {
      if (!outcomes[place]) continue
      const outcome = await runOnce(browser, address, run).catch(() => null)
      if (outcome) outcomes[place].push(outcome)
      else outcomes[place] = null
    }
  return outcomes.map((of) => of && mediansOf(of))
}

function mediansOf(outcomes: readonly Outcome[]): Outcome {
  const of = (key: keyof Outcome) => median(outcomes.map((outcome) => outcome[key]))
  return {
    open: of('open'),
    paint: of('paint'),
    add: of('add'),
    scrollP95: of('scrollP95'),
    jumpP95: of('jumpP95'),
    drawn: of('drawn'),
  }
}

const COLUMNS = ['open', 'paint', 'add', 'scrollP95', 'jumpP95', 'drawn'] as const

function rowOf({ subject, words: size, annotations }: Run, outcome: Outcome | null): string {
  const cells = outcome ? COLUMNS.map((key) => outcome[key].toFixed(key === 'drawn' ? 0 : 1)) : ['given up']
  return [String(size), String(annotations), subject.padEnd(24), ...cells]
    .map((cell) => cell.padStart(9))
    .join(' ')
}

const { address, close } = await serveBenchPage('reader')
const browser = await launchBrowser({ args: ['--disable-gpu'] })
const probe = await browser.newPage()
await probe.goto(address)
await probe.waitForFunction('window.bench')
const subjects = ((await probe.evaluate('window.bench.subjects')) as string[]).filter((name) =>
  new RegExp(pattern).test(name),
)
await probe.close()
console.log(`Chromium ${browser.version()}; medians of ${runs} runs, milliseconds until painted.`)
console.log(['words', 'marks', 'subject'.padEnd(24), ...COLUMNS].map((cell) => cell.padStart(9)).join(' '))
for (const size of words.split(',').map(Number))
  for (const annotations of counts.split(',').map(Number)) {
    const tests = subjects.map((subject): Run => ({ subject, words: size, annotations }))
    const outcomes = await measure(browser, address, tests)
    for (const [place, run] of tests.entries()) console.log(rowOf(run, outcomes[place] ?? null))
  }
await browser.close()
close()
