import { tokensOfPassage } from './passage-edges'
import type { TokenText } from './tokens'

/** A line of a text: its UTF-16 offsets and its tokens, ends exclusive. */
export interface BlockTokens {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** Cuts a canonical text into its blocks; empty lines are left out. */
export function cutBlocks(tokens: TokenText): BlockTokens[] {
  const { source } = tokens
  const blocks: BlockTokens[] = []
  for (let start = 0; start <= source.length; ) {
    const line = source.indexOf('\n', start)
    const end = line < 0 ? source.length : line
    if (source.slice(start, end).trim() !== '') {
      const { from, to } = tokensOfPassage(tokens, start, end)
      blocks.push({ start, end, from, to })
    }
    start = end + 1
  }
  return blocks
}

interface Pairing {
  readonly old: number
  readonly new: number
  readonly likeness: number
  readonly weight: number
}

const leastLikeness = 0.4

/** Pairs each new block with the old one it stems from (new block to old block), at most one to one, likest first. */
export function pairBlocks(
  old: TokenText,
  fresh: TokenText,
  weights: Float32Array,
  map: Int32Array,
  oldBlocks: readonly BlockTokens[],
  newBlocks: readonly BlockTokens[],
): Map<number, number> {
  const homes = blockOfToken(fresh.count, newBlocks)
  const newWeights = newBlocks.map((block) => weigh(fresh.ids, weights, block))
  const pairings = oldBlocks.flatMap((block, order) => {
    const own = weigh(old.ids, weights, block)
    return [...sharedWeights(old, weights, map, homes, block)].map(([home, weight]): Pairing => {
      const likeness = (2 * weight) / Math.max(own + (newWeights[home] as number), 1e-6)
      return { old: order, new: home, likeness, weight }
    })
  })
  return takeLikest(pairings.filter(({ likeness }) => likeness >= leastLikeness))
}

function takeLikest(pairings: readonly Pairing[]): Map<number, number> {
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const pairing of [...pairings].sort((p, q) => q.weight * q.likeness - p.weight * p.likeness)) {
    if (taken.has(pairing.old) || partners.has(pairing.new)) continue
    taken.add(pairing.old)
    partners.set(pairing.new, pairing.old)
  }
  return partners
}

function blockOfToken(count: number, blocks: readonly BlockTokens[]): Int32Array {
  const homes = new Int32Array(count).fill(-1)
  blocks.forEach(({ from, to }, order) => {
    homes.fill(order, from, to)
  })
  return homes
}

function weigh(ids: Int32Array, weights: Float32Array, { from, to }: BlockTokens): number {
  let weight = 0
  for (let at = from; at < to; at += 1) weight += weights[ids[at] as number] as number
  return weight
}

function sharedWeights(
  old: TokenText,
  weights: Float32Array,
  map: Int32Array,
  homes: Int32Array,
  { from, to }: BlockTokens,
): Map<number, number> {
  const shared = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const target = map[at] as number
    const home = target < 0 ? -1 : (homes[target] as number)
    if (home >= 0) shared.set(home, (shared.get(home) ?? 0) + (weights[old.ids[at] as number] as number))
  }
  return shared
}
