import { compareWordings } from './clustering/compare-wordings'
import { readWording, shinglesOf, type Wording } from './clustering/shingles'

export { compareWordings, type WordingPart } from './clustering/compare-wordings'

/** A quote as it stands in one article. */
export interface ClusterableQuote {
  id: string
  articleId: string
  text: string
  speaker: string | null
  /** ISO 8601, or null where unknown. */
  date: string | null
}

/** How the wording of two quotes differs. */
export type WordingDifference = 'none' | 'cut' | 'ellipsis' | 'altered'

/** How one member stands to another. */
export interface QuoteDifference {
  first: string
  second: string
  wording: WordingDifference
  /** The articles name different speakers. */
  attribution: boolean
}

/** The same words in several articles. */
export interface QuoteCluster {
  /** In order of appearance; undated last. */
  members: ClusterableQuote[]
  earliest: ClusterableQuote
  differences: QuoteDifference[]
}

const SHINGLE = 3
/** A shingle in more quotes than this is a commonplace and proposes nothing. */
const COMMONPLACE = 60
/** Share of the shorter quote's shingles that the longer must hold. */
const SHARED_ENOUGH = 0.5
/** Shorter quotes are too common to be recognised by their words. */
const LEAST_WORDS = 3
/** Quotes shorter than this are set phrases as often as not: their speaker must agree, and they join one quote alone. */
const SHORT = 6

interface Entry {
  quote: ClusterableQuote
  wording: Wording
  shingles: Set<number>
}

/** Index from shingle to the entries that hold it. */
function indexShingles(entries: readonly Entry[]): Map<number, number[]> {
  const index = new Map<number, number[]>()
  entries.forEach((entry, order) => {
    for (const shingle of entry.shingles) {
      const list = index.get(shingle)
      if (list) list.push(order)
      else index.set(shingle, [order])
    }
  })
  return index
}

function findRoot(parents: Int32Array, entry: number): number {
  let root = entry
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!
    root = parents[root]!
  }
  return root
}

const lastName = (speaker: string) => speaker.toLowerCase().split(/\s+/).pop()!

/** Two articles that name different people; where one names nobody they may agree. */
const disagree = (a: ClusterableQuote, b: ClusterableQuote) =>
  a.speaker !== null && b.speaker !== null && lastName(a.speaker) !== lastName(b.speaker)

const isShort = ({ wording }: Entry) => wording.hashes.length < SHORT

/** Joins entries that share enough shingles; identical ones first, through a table. */
function joinAlike(entries: readonly Entry[]): Int32Array {
  const parents = Int32Array.from(entries, (_, order) => order)
  const join = (a: number, b: number) => {
    parents[findRoot(parents, b)] = findRoot(parents, a)
  }
  const byWording = new Map<string, number>()
  const distinct: number[] = []
  entries.forEach((entry, order) => {
    const whose = isShort(entry) && entry.quote.speaker ? lastName(entry.quote.speaker) : ''
    const key = `${whose}:${entry.wording.words.join(' ')}`
    const known = byWording.get(key)
    if (known === undefined) {
      byWording.set(key, order)
      distinct.push(order)
    } else join(known, order)
  })
  joinSimilar(
    distinct.map((order) => entries[order]!),
    (a, b) => join(distinct[a]!, distinct[b]!),
  )
  return parents
}

function joinSimilar(entries: readonly Entry[], join: (a: number, b: number) => void): void {
  const index = indexShingles(entries)
  entries.forEach((entry, order) => {
    const shared = new Map<number, number>()
    for (const shingle of entry.shingles) {
      const others = index.get(shingle)!
      if (others.length > COMMONPLACE) continue
      for (const other of others) if (other !== order) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    if (isShort(entry)) joinShort(entries, order, shared, join)
    else joinLong(entries, order, shared, join)
  })
}

function joinLong(
  entries: readonly Entry[],
  order: number,
  shared: ReadonlyMap<number, number>,
  join: (a: number, b: number) => void,
): void {
  for (const [other, count] of shared) {
    if (other < order || isShort(entries[other]!)) continue
    const shorter = Math.min(entries[order]!.shingles.size, entries[other]!.shingles.size)
    if (count >= Math.max(1, shorter * SHARED_ENOUGH)) join(order, other)
  }
}

/** A short quote joins the first longer one that holds all of it, so that it never bridges two. */
function joinShort(
  entries: readonly Entry[],
  order: number,
  shared: ReadonlyMap<number, number>,
  join: (a: number, b: number) => void,
): void {
  const own = entries[order]!
  let best = -1
  for (const [other, count] of shared) {
    const fits = count === own.shingles.size && !isShort(entries[other]!)
    if (!fits || disagree(own.quote, entries[other]!.quote)) continue
    if (best < 0 || other < best) best = other
  }
  if (best >= 0) join(best, order)
}

const byDate = (a: ClusterableQuote, b: ClusterableQuote) => {
  if (a.date === b.date) return a.id < b.id ? -1 : 1
  if (a.date === null || b.date === null) return a.date === null ? 1 : -1
  return a.date < b.date ? -1 : 1
}

/** How the later wording differs from the earlier: nothing, words left out at the ends, marked omissions, others. */
export function differenceOfWording(earlier: string, later: string): WordingDifference {
  const [a, b] = [readWording(earlier), readWording(later)]
  const said = (wording: Wording) => wording.words.filter((word) => word !== '…')
  if (said(a).join(' ') === said(b).join(' ')) return 'none'
  const [long, short] = [said(a).join(' '), said(b).join(' ')].sort((x, y) => y.length - x.length)
  // The common case needs no alignment: the shorter stands within the longer.
  if (!a.hasEllipsis && !b.hasEllipsis && ` ${long} `.includes(` ${short} `)) return 'cut'
  const parts = compareWordings(earlier, later).filter((part) => readWording(part.text).hashes.length > 0)
  const kinds = new Set(parts.map((part) => part.kind))
  if (kinds.has('added') && kinds.has('removed')) return 'altered'
  if (a.hasEllipsis !== b.hasEllipsis || (a.hasEllipsis && b.hasEllipsis)) return 'ellipsis'
  const inner = parts.slice(1, -1).some((part) => part.kind !== 'same')
  return inner ? 'altered' : 'cut'
}

function differ(first: ClusterableQuote, second: ClusterableQuote): QuoteDifference {
  return {
    first: first.id,
    second: second.id,
    wording: differenceOfWording(first.text, second.text),
    attribution: disagree(first, second),
  }
}

/** Pairs are listed up to this many members; beyond, each member is compared with the earliest alone. */
const PAIRWISE = 8

function describe(members: ClusterableQuote[]): QuoteCluster {
  members.sort(byDate)
  const earliest = members[0]!
  const differences: QuoteDifference[] = []
  members.forEach((first, order) => {
    if (order > 0 && members.length > PAIRWISE) return
    for (const second of members.slice(order + 1)) differences.push(differ(first, second))
  })
  return { members, earliest, differences }
}

/**
 * Clusters the same quote across articles by shared runs of three words (Broder 1997), so that cuts, ellipses
 * and altered words are seen. Only clusters that span several articles are given; the largest first.
 */
export function clusterQuotes(quotes: readonly ClusterableQuote[]): QuoteCluster[] {
  const entries = quotes.flatMap((quote): Entry[] => {
    const wording = readWording(quote.text)
    if (wording.hashes.length < LEAST_WORDS) return []
    return [{ quote, wording, shingles: new Set(shinglesOf(wording.hashes, SHINGLE)) }]
  })
  const parents = joinAlike(entries)
  const groups = new Map<number, ClusterableQuote[]>()
  entries.forEach(({ quote }, order) => {
    const root = findRoot(parents, order)
    const group = groups.get(root)
    if (group) group.push(quote)
    else groups.set(root, [quote])
  })
  return [...groups.values()]
    .filter((members) => new Set(members.map((member) => member.articleId)).size > 1)
    .map(describe)
    .sort((a, b) => b.members.length - a.members.length || byDate(a.earliest, b.earliest))
}
