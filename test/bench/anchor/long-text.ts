import { compareVersions } from '@shared/anchoring/compare-versions'
import { type FindMode, findInText } from '@shared/anchoring/find-in-text'
import { median } from '@test/support/median'
import { makeRevision } from './generate-revision'

const searches: readonly [string, FindMode][] = [
  ['e', { kind: 'plain' }],
  ['and the', { kind: 'plain' }],
  ['sto', { kind: 'word' }],
  ['broundlim stark', { kind: 'fuzzy' }],
  ['\\b\\p{L}{9,}\\b', { kind: 'regexp' }],
]

/** Milliseconds, the median of 5. */
function timeOf(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return median(times)
}

/** Prints how long finding in and comparing texts of 300,000 words takes. */
export function reportLongText(): void {
  const { oldText, newText } = makeRevision({ seed: 77, rate: 0.02, words: 300_000, passages: 1 })
  console.log(`Text of 300,000 words (${oldText.length} characters), medians of 5`)
  const started = performance.now()
  findInText(oldText, 'first', { kind: 'plain' })
  console.log(`  first search in a text: ${(performance.now() - started).toFixed(0)} ms`)
  for (const [query, mode] of searches) {
    const found = findInText(oldText, query, mode)
    const hits = found.ok ? found.value.length : 0
    const time = timeOf(() => findInText(oldText, query, mode))
    console.log(`  find ${mode.kind} "${query}": ${hits} hits in ${time.toFixed(0)} ms`)
  }
  console.log(`  compare two versions: ${timeOf(() => compareVersions(oldText, newText)).toFixed(0)} ms`)
}
