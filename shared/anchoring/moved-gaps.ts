import { type AlignmentTask, alignWindow } from './align-window'
import { partInOrder } from './kept-order'
import { countWords } from './token-weights'

/** A stretch of tokens, end exclusive, none of which has a partner in the other text. */
interface Gap {
  readonly from: number
  readonly to: number
  readonly weight: number
}

const leastWeight = 60
const leastLikeness = 0.6
const largestRival = 0.5
const largestRest = 8
/** How many times longer an old stretch of equal lines is than one of them, if it holds more than one. */
const leastExcess = 1.5

/**
 * Pairs what is left over on both sides: a whole unmatched stretch of the old text that is like one whole unmatched
 * stretch of the new text, and like no other, has moved there, even if its words also stand elsewhere (boilerplate).
 * Equal lines that contest the place of one stay open. Numbers the parts from `nextPart`.
 */
export function alignMovedGaps(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  nextPart: number,
  contested: Uint8Array,
): void {
  const oldGaps = findGaps(task, task.a, task.map)
  const newGaps = findGaps(task, task.b, inverse)
  const homes = indexGaps(task.b, newGaps)
  const claims = oldGaps.map((gap) => likest(task, gap, newGaps, homes))
  const claimants = new Map<number, number>()
  for (const home of claims) if (home !== undefined) claimants.set(home, (claimants.get(home) ?? 0) + 1)
  let number = nextPart
  oldGaps.forEach((gap, order) => {
    const home = claims[order]
    // Two old stretches that claim the same place leave it open which of them it was.
    if (home === undefined || (claimants.get(home) ?? 0) > 1) return
    if (holdsRivals(gap, newGaps[home] as Gap, contested)) return
    if (alignGap(task, inverse, part, gap, newGaps[home] as Gap, number)) number += 1
  })
}

/** Whether an old stretch is of equal lines that contest the one line in the new stretch. */
function holdsRivals({ from, to }: Gap, fresh: Gap, contested: Uint8Array): boolean {
  const length = to - from
  let count = 0
  for (let at = from; at < to; at += 1) if (contested[at] === 1) count += 1
  return count * 2 > length && length > leastExcess * (fresh.to - fresh.from)
}

function findGaps(task: AlignmentTask, ids: Int32Array, partners: Int32Array): Gap[] {
  const gaps: Gap[] = []
  for (let from = 0; from < ids.length; ) {
    let to = from
    let weight = 0
    for (; to < ids.length && (partners[to] as number) < 0; to += 1)
      weight += task.weights[ids[to] as number] as number
    if (weight >= leastWeight) gaps.push({ from, to, weight })
    from = to + 1
  }
  return gaps
}

function indexGaps(ids: Int32Array, gaps: readonly Gap[]): Map<number, number[]> {
  const homes = new Map<number, number[]>()
  gaps.forEach(({ from, to }, order) => {
    for (let at = from; at < to; at += 1) {
      const places = homes.get(ids[at] as number)
      if (places) places.push(order)
      else homes.set(ids[at] as number, [order])
    }
  })
  return homes
}

/** The new gap that shares most words with an old one, if it is alike enough and no other comes near. */
function likest(
  task: AlignmentTask,
  gap: Gap,
  newGaps: readonly Gap[],
  homes: ReadonlyMap<number, readonly number[]>,
): number | undefined {
  const shared = new Map<number, number>()
  for (const [id, count] of countWords(task.a, gap)) {
    const found = new Map<number, number>()
    for (const home of homes.get(id) ?? []) found.set(home, (found.get(home) ?? 0) + 1)
    for (const [home, times] of found) {
      const weight = Math.min(times, count) * (task.weights[id] as number)
      shared.set(home, (shared.get(home) ?? 0) + weight)
    }
  }
  const ranked = [...shared].sort((p, q) => q[1] - p[1])
  const [best, next] = ranked
  if (!best) return undefined
  const likeness = (2 * best[1]) / (gap.weight + (newGaps[best[0]] as Gap).weight)
  return likeness >= leastLikeness && (next?.[1] ?? 0) <= best[1] * largestRival ? best[0] : undefined
}

function alignGap(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  old: Gap,
  fresh: Gap,
  number: number,
): boolean {
  const window = { oldStart: old.from, oldEnd: old.to, newStart: fresh.from, newEnd: fresh.to }
  const own = partInOrder(task.map, part, task.b.length, window)
  alignWindow(task, window)
  if (!movedWhole(task.map, old, fresh)) {
    task.map.fill(-1, old.from, old.to)
    return false
  }
  for (let i = old.from; i < old.to; i += 1) {
    const target = task.map[i] as number
    if (target < 0) continue
    inverse[target] = i
    part[i] = own ?? number
  }
  return own === undefined
}

/** Whether nothing to speak of is left over at the ends: a block that lost its neighbour on the way may be a copy. */
function movedWhole(map: Int32Array, old: Gap, fresh: Gap): boolean {
  const mapped = map.subarray(old.from, old.to)
  const first = mapped.findIndex((j) => j >= 0)
  if (first < 0) return false
  const last = mapped.findLastIndex((j) => j >= 0)
  const left = [
    first,
    mapped.length - 1 - last,
    (mapped[first] as number) - fresh.from,
    fresh.to - 1 - (mapped[last] as number),
  ]
  return Math.max(...left) <= largestRest
}
