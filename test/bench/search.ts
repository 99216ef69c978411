// How fast whole texts are indexed and found, beside a floor that only counts words.
import { performance } from 'node:perf_hooks'
import type { Id } from '@shared/base/ids'
import { SearchIndex } from '@shared/search/search-index'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const WORDS = 500
const VOCABULARY = 40_000
const ROUNDS = 200

/** Mulberry32, by Tommy Ettinger (public domain): the same texts at every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const next = random(20)
const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu', 'gra', 'ple', 'stri']
const words = Array.from({ length: VOCABULARY }, () =>
  Array.from(
    { length: 2 + Math.floor(next() * 3) },
    () => syllables[Math.floor(next() * syllables.length)],
  ).join(''),
)
/** Frequent words are frequent: the rank is drawn as natural texts have it (Zipf). */
const draw = () => words[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** next() - 1))] as string
const texts = Array.from({ length: ARTICLES }, () =>
  Array.from({ length: 5 }, () => Array.from({ length: WORDS / 5 }, draw).join(' ')),
)

function measure(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const counts = new Map<string, number>()
const floor = measure(() => {
  for (const parts of texts)
    for (const part of parts)
      for (const [word] of part.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
})
const index = new SearchIndex()
const indexing = measure(() => {
  for (const [number, parts] of texts.entries())
    index.put({ id: `${number}` as Id, head: parts[0]?.slice(0, 40) ?? '', parts })
  index.search('ready ', 1)
})
console.log(`${ARTICLES} articles of ${WORDS} words`)
console.log(
  `index: ${indexing.toFixed(0)} ms; floor (split and count words): ${floor.toFixed(0)} ms; ratio ${(indexing / floor).toFixed(2)}`,
)

const rare = () => words[Math.floor(next() * VOCABULARY)] as string
const phrase = () => {
  const part = texts[Math.floor(next() * ARTICLES)]?.[1]?.split(' ') ?? []
  const at = Math.floor(next() * (part.length - 3))
  return `"${part.slice(at, at + 3).join(' ')}"`
}
const queries: Readonly<Record<string, () => string>> = {
  'one word': () => `${draw()} `,
  'three words': () => `${draw()} ${draw()} ${rare()} `,
  beginning: () => rare().slice(0, 4),
  misspelled: () => `${rare()}q `,
  phrase,
}
for (const [name, make] of Object.entries(queries)) {
  const times = Array.from({ length: ROUNDS }, () => {
    const query = make()
    return measure(() => index.search(query, 50))
  }).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(ROUNDS * share)] ?? 0).toFixed(1)
  console.log(`${name.padEnd(12)} median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
}
