import type { Id } from '../base/ids'
import { foldForSearch } from '../notebook/find-records'
import type { NotebookView } from '../notebook/notebook-view'
import { type Origin, traceOrigin } from './origins'

/** Evidence that comes from one origin, and so counts once however often it was printed. */
export interface OriginGroup {
  readonly key: string
  readonly label: string
  readonly evidence: readonly Id[]
  /** Why several pieces are one: they share a source, or their words. Empty where there is one piece. */
  readonly reasons: readonly ('same source' | 'same words')[]
  /** The sources go back to one another: somebody in the chain rests on somebody who rests on them. */
  readonly circular: boolean
}

/** This many words in a row are not written twice by chance. */
const SHINGLE = 8

/** Disjoint sets of numbers (Galler and Fischer 1964), with path halving. */
class DisjointSets {
  readonly #parents: Int32Array
  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index)
  }
  find(item: number): number {
    let at = item
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at] as number] as number
      at = this.#parents[at] as number
    }
    return at
  }
  /** Joins two sets; whether they were apart. The smaller number stands for both. */
  join(a: number, b: number): boolean {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    this.#parents[high] = low
    return low !== high
  }
}

/** Runs of eight folded words; a shorter text of at least four is one run. */
function shinglesOf(text: string): string[] {
  const words = foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 4) return []
  if (words.length <= SHINGLE) return [words.join(' ')]
  return words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' '))
}

/** The sources that lie on a circle of "rests on", given the chains from outlet to origin. */
function findCircular(chains: readonly (readonly string[])[]): Set<string> {
  const restsOn = new Map<string, Set<string>>()
  const circular = new Set<string>()
  for (const chain of chains)
    chain.slice(1).forEach((to, at) => {
      const from = chain[at] as string
      if (from !== to) restsOn.set(from, (restsOn.get(from) ?? new Set()).add(to))
    })
  for (const start of restsOn.keys()) {
    const open = [...(restsOn.get(start) ?? [])]
    const seen = new Set<string>()
    for (let next = open.pop(); next !== undefined && !circular.has(start); next = open.pop()) {
      if (next === start) circular.add(start)
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...(restsOn.get(next) ?? []))
    }
  }
  return circular
}

/**
 * Groups evidence by independent origin: ten papers that print one wire story, or repeat one speaker, count once, and
 * so do copies of the same words, and sources that go back to one another. In the order of the evidence.
 */
export function groupByOrigin(view: NotebookView, evidence: readonly Id[]): OriginGroup[] {
  const origins = evidence.map((id): Origin => {
    const alone = { key: `record:${id}`, label: 'Unknown source', chain: [], text: '' }
    return traceOrigin(view, id) ?? alone
  })
  const circular = findCircular(origins.map(({ chain }) => chain))
  const sets = new DisjointSets(evidence.length)
  const reasons = new Map<number, Set<OriginGroup['reasons'][number]>>()
  const seen = new Map<string, number>()
  const meet = (key: string, item: number, reason: OriginGroup['reasons'][number]) => {
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, item)
    else if (sets.join(earlier, item)) reasons.set(item, (reasons.get(item) ?? new Set()).add(reason))
  }
  origins.forEach(({ key, chain, text }, item) => {
    meet(`source ${key}`, item, 'same source')
    for (const link of chain) if (circular.has(link)) meet('circle', item, 'same source')
    for (const shingle of shinglesOf(text)) meet(`words ${shingle}`, item, 'same words')
  })
  const members = new Map<number, number[]>()
  origins.forEach((_, item) => {
    const root = sets.find(item)
    members.set(root, [...(members.get(root) ?? []), item])
  })
  return [...members.entries()].map(([root, items]) => ({
    key: (origins[root] as Origin).key,
    label: (origins[root] as Origin).label,
    evidence: items.map((item) => evidence[item] as Id),
    reasons: [...new Set(items.flatMap((item) => [...(reasons.get(item) ?? [])]))],
    circular: items.some((item) => (origins[item] as Origin).chain.some((link) => circular.has(link))),
  }))
}
