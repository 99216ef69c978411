// `npm run bench -- quotes [DATA]`: our figures on the development material beside the naive baseline,
// how far the confidence can be believed, and the time.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findQuotes } from '@shared/quotes/find-quotes'
import { readMaterial } from './quotes-training/material'
import { describeReliability, emptyScore, type Outcome, scoreArticle } from './quotes-training/score'

const data = resolve(process.argv[2] ?? process.env.FLORILEGIUM_DATA ?? '../shared/data')
const suites = ['polnear_dev', 'german_dev']
const work = resolve('.cache/bench/quotes-output')

function readSuite(suite: string): [id: string, text: string][] {
  const folder = join(data, 'quotes', suite, 'inputs')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')])
}

function score(suite: string, file: string): string {
  return spawnSync('python3', [join(data, 'score_quotes.py'), suite, file], { encoding: 'utf8' }).stdout
}

function measure(suite: string): void {
  const output: Record<string, unknown> = { _offsets: 'utf16' }
  for (const [id, text] of readSuite(suite)) output[id] = findQuotes(text)
  const ours = join(work, `${suite}.json`)
  writeFileSync(ours, JSON.stringify(output))
  const naive = join(work, `${suite}-naive.json`)
  spawnSync('python3', [join(data, 'baseline_quotes.py'), suite, naive])
  console.log(`— naive baseline —\n${score(suite, naive)}— ours —\n${score(suite, ours)}`)
}

/** How often suggestions of each confidence were right. */
function reliability(suite: string): void {
  const outcomes: Outcome[] = readMaterial(data, suite).flatMap((gold) =>
    scoreArticle(emptyScore(), gold, findQuotes(gold.text)),
  )
  const direct = outcomes.filter(({ kind }) => kind === 'direct')
  const reported = outcomes.filter(({ kind }) => kind !== 'direct')
  console.log(`${suite}, confidence of direct quotes with their speakers:\n${describeReliability(direct)}`)
  console.log(`${suite}, of indirect and mixed quotes with their speakers:\n${describeReliability(reported)}`)
}

/** Median time over articles of the material joined to 1,500 words, warm. */
function time(suite: string): void {
  const words = readSuite(suite).flatMap(([, text]) => text.split(/(?<=\s)/))
  const texts = Array.from({ length: 12 }, (_, index) =>
    words.slice(index * 1500, (index + 1) * 1500).join(''),
  )
  for (const text of texts) findQuotes(text)
  const times = texts.map((text) => {
    const start = performance.now()
    findQuotes(text)
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  console.log(
    `${suite}: 1,500 words in ${times[6]!.toFixed(1)} ms (median), ${times[11]!.toFixed(1)} ms (slowest)`,
  )
}

if (!existsSync(join(data, 'quotes'))) {
  console.log(`No material to measure quotes on at ${data}.`)
} else {
  mkdirSync(work, { recursive: true })
  for (const suite of suites) measure(suite)
  for (const suite of suites) reliability(suite)
  for (const suite of suites) time(suite)
}
