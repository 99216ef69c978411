import type { AlignmentTask } from './align-window'

/** Matched tokens of an ordered alignment that lie close together in both texts, with much unmatched text around. */
export interface Island {
  readonly pairs: readonly (readonly [old: number, fresh: number])[]
  /** Bits. */
  readonly weight: number
  /** Unmatched tokens on both sides of it. */
  readonly oldSea: number
  readonly newSea: number
}

const narrowestSea = 20
const heaviest = 100
const luck = 12

/** First and last old token of matches that lie close together. */
interface Land {
  readonly first: number
  last: number
  weight: number
}

function findLands(task: AlignmentTask): Land[] {
  const lands: Land[] = []
  let open: Land | undefined
  for (let at = 0; at < task.map.length; at += 1) {
    const target = task.map[at] as number
    if (target < 0) continue
    const skipped = open ? at - open.last + target - (task.map[open.last] as number) - 2 : 0
    if (!open || skipped > narrowestSea) {
      open = { first: at, last: at, weight: 0 }
      lands.push(open)
    }
    open.last = at
    open.weight += task.weights[task.a[at] as number] as number
  }
  return lands
}

/** Takes the matches of a land out of the alignment. */
function lift(map: Int32Array, { first, last }: Land): [old: number, fresh: number][] {
  const pairs: [number, number][] = []
  for (let at = first; at <= last; at += 1) {
    if ((map[at] as number) >= 0) pairs.push([at, map[at] as number])
    map[at] = -1
  }
  return pairs
}

/**
 * Takes light islands out of an ordered alignment: between stretches that have nothing else in common, a few equal words
 * may be chance, and blocks that have moved there or away have the better claim.
 */
export function liftIslands(task: AlignmentTask): Island[] {
  const places = findLands(task).map((land) => ({
    ...land,
    newFirst: task.map[land.first] as number,
    newLast: task.map[land.last] as number,
  }))
  const islands: Island[] = []
  places.forEach((land, order) => {
    const before = places[order - 1] ?? { last: -1, newLast: -1 }
    const behind = places[order + 1] ?? { first: task.map.length, newFirst: task.b.length }
    const old = [land.first - before.last - 1, behind.first - land.last - 1] as const
    const fresh = [land.newFirst - before.newLast - 1, behind.newFirst - land.newLast - 1] as const
    const isIsland = Math.min(old[0] + fresh[0], old[1] + fresh[1]) > narrowestSea
    if (land.weight >= heaviest || !isIsland) return
    const seas = { oldSea: old[0] + old[1], newSea: fresh[0] + fresh[1] }
    islands.push({ pairs: lift(task.map, land), weight: land.weight, ...seas })
  })
  return islands
}

/** Puts islands back whose tokens are still free, unless so few words agree by chance in so much text. */
export function settleIslands(task: AlignmentTask, inverse: Int32Array, islands: readonly Island[]): void {
  for (const { pairs, weight, oldSea, newSea } of islands) {
    if (weight < luck + Math.log2(1 + oldSea) + Math.log2(1 + newSea)) continue
    const isFree = pairs.every(
      ([old, fresh]) => (task.map[old] as number) < 0 && (inverse[fresh] as number) < 0,
    )
    if (!isFree) continue
    for (const [old, fresh] of pairs) {
      task.map[old] = fresh
      inverse[fresh] = old
    }
  }
}
