// How well and how fast articles are found in web pages. Needs the comparison pages beside the checkout.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { blocksToText } from '@shared/domain/block'
import { decodeText } from '@shared/intake/decode'
import { readHtml } from '@shared/intake/html/read-html'

const DATA = resolve('../shared/data')
const OUTPUT = resolve('.cache/bench/extract.json')

interface Case {
  readonly id: string
  readonly file: string
}

function readCase(path: string): { result: object; milliseconds: number } {
  const bytes = readFileSync(path)
  const start = performance.now()
  const text = decodeText(bytes)
  const draft = text.ok ? readHtml(text.value, path) : text
  const milliseconds = performance.now() - start
  if (!draft.ok) return { result: { error: draft.error }, milliseconds }
  const { blocks, ...metadata } = draft.value
  return { result: { ...metadata, text: blocksToText(blocks) }, milliseconds }
}

if (!existsSync(`${DATA}/extract/cases.json`)) {
  console.log(`No comparison pages in ${DATA}/extract; nothing to measure.`)
} else {
  const cases: readonly Case[] = JSON.parse(readFileSync(`${DATA}/extract/cases.json`, 'utf8'))
  const results: Record<string, object> = {}
  const times = cases.map(({ id, file }) => {
    const { result, milliseconds } = readCase(`${DATA}/extract/${file}`)
    results[id] = result
    return milliseconds
  })
  mkdirSync(resolve('.cache/bench'), { recursive: true })
  writeFileSync(OUTPUT, JSON.stringify(results))
  console.log(spawnSync('python3', [`${DATA}/score_extract.py`, OUTPUT], { encoding: 'utf8' }).stdout)
  const sorted = times.toSorted((a, b) => a - b)
  const mean = times.reduce((sum, each) => sum + each, 0) / times.length
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  console.log(
    `per page: mean ${mean.toFixed(1)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(0.999)} ms`,
  )
}
