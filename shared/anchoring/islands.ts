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

interface Land {
  pairs: [number, number][]
  weight: number
}

function findLands(task: AlignmentTask): Land[] {
  const lands: Land[] = []
  let i = -1
  let j = -1
  for (let at = 0; at < task.map.length; at += 1) {
    const target = task.map[at] as number
    if (target < 0) continue
    let open = lands.at(-1)
    if (!open || at - i + (target - j) - 2 > narrowestSea) {
      open = { pairs: [], weight: 0 }
      lands.push(open)
    }
    open.pairs.push([at, target])
    open.weight += task.weights[task.a[at] as number] as number
    i = at
    j = target
  }
  return lands
}

/**
 * Takes light islands out of an ordered alignment: between stretches that have nothing else in common, a few equal words
 * may be chance, and blocks that have moved there or away have the better claim.
 */
export function liftIslands(task: AlignmentTask): Island[] {
  const lands = findLands(task)
  const islands: Island[] = []
  lands.forEach(({ pairs, weight }, order) => {
    const [firstOld, firstNew] = pairs[0] as [number, number]
    const [lastOld, lastNew] = pairs.at(-1) as [number, number]
    const [oldBefore, newBefore] = lands[order - 1]?.pairs.at(-1) ?? [-1, -1]
    const [oldBehind, newBehind] = lands[order + 1]?.pairs[0] ?? [task.map.length, task.b.length]
    const before = firstOld - oldBefore + firstNew - newBefore - 2
    const behind = oldBehind - lastOld + newBehind - lastNew - 2
    if (weight >= heaviest || Math.min(before, behind) <= narrowestSea) return
    islands.push({
      pairs,
      weight,
      oldSea: firstOld - oldBefore + oldBehind - lastOld - 2,
      newSea: firstNew - newBefore + newBehind - lastNew - 2,
    })
    for (const [old] of pairs) task.map[old] = -1
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
