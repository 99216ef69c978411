import { type AlignmentTask, alignWindow } from './align-window'
import { gapCost } from './gap-cost'

/** Matched tokens of an ordered alignment without a wide gap between them: first and last token in both texts. */
interface Stretch {
  readonly oldFirst: number
  readonly oldLast: number
  readonly newFirst: number
  readonly newLast: number
}

const wideGap = 16
const longestDetour = 1500
const leastWeight = 0.7

/**
 * Where a section was copied into itself or close by, the ordered alignment may lead through the copy, because fewer
 * words were changed there by chance. Takes the way that breaks the text in fewer places, if nearly all words are found
 * on it as well.
 */
export function mendDetours(task: AlignmentTask): void {
  const stretches = findStretches(task.map)
  for (let order = 0; order < stretches.length; order += 1) {
    const before = stretches[order - 1] ?? { oldLast: -1, newLast: -1 }
    const detour = stretches[order] as Stretch
    const behind = stretches[order + 1] ?? { oldFirst: task.a.length, newFirst: task.b.length }
    const places = placesAround(before.newLast + 1, detour, behind.newFirst)
    const way = findOtherWay(task, detour, places)
    const first = way?.[0]
    const last = way?.at(-1)
    if (!way || !first || !last) continue
    const cost = countCost(task, readWay(task.map, detour), before, behind)
    if (countCost(task, way, before, behind) >= cost) continue
    task.map.fill(-1, detour.oldFirst, detour.oldLast + 1)
    for (const [old, fresh] of way) task.map[old] = fresh
    stretches[order] = { oldFirst: first[0], oldLast: last[0], newFirst: first[1], newLast: last[1] }
  }
}

function findStretches(map: Int32Array): Stretch[] {
  const stretches: { oldFirst: number; oldLast: number; newFirst: number; newLast: number }[] = []
  for (let at = 0; at < map.length; at += 1) {
    const target = map[at] as number
    if (target < 0) continue
    const open = stretches.at(-1)
    if (open && target - open.newLast <= wideGap) {
      open.oldLast = at
      open.newLast = target
    } else stretches.push({ oldFirst: at, oldLast: at, newFirst: target, newLast: target })
  }
  return stretches
}

type Way = readonly (readonly [old: number, fresh: number])[]

function readWay(map: Int32Array, { oldFirst, oldLast }: Stretch): Way {
  const way: [number, number][] = []
  for (let at = oldFirst; at <= oldLast; at += 1)
    if ((map[at] as number) >= 0) way.push([at, map[at] as number])
  return way
}

/** The new tokens in the gaps before and behind a detour, the nearest ones of very wide gaps. */
function placesAround(from: number, { newFirst, newLast }: Stretch, to: number): number[] {
  const places: number[] = []
  for (let at = Math.max(from, newFirst - longestDetour); at < newFirst; at += 1) places.push(at)
  for (let at = newLast + 1; at < Math.min(to, newLast + 1 + longestDetour); at += 1) places.push(at)
  return places
}

/** Aligns the old words of a detour with the places around it, as if what it leads through were not there. */
function findOtherWay(task: AlignmentTask, detour: Stretch, places: readonly number[]): Way | undefined {
  const length = detour.oldLast + 1 - detour.oldFirst
  if (length > longestDetour || places.length * 2 < length) return undefined
  const now = weigh(task, readWay(task.map, detour))
  if (weighShared(task, detour, places) < now * leastWeight) return undefined
  const other = {
    a: task.a.subarray(detour.oldFirst, detour.oldLast + 1),
    b: Int32Array.from(places, (place) => task.b[place] as number),
    weights: task.weights,
    map: new Int32Array(length).fill(-1),
    ...(task.oldLines && { oldLines: task.oldLines.subarray(detour.oldFirst, detour.oldLast + 2) }),
    ...(task.newLines && {
      newLines: Uint8Array.from([...places, detour.newLast + 1], (at) => task.newLines?.[at] ?? 0),
    }),
  }
  alignWindow(other, { oldStart: 0, oldEnd: length, newStart: 0, newEnd: places.length })
  const way = Array.from(other.map, (place, k) => [detour.oldFirst + k, places[place] ?? -1] as const).filter(
    ([, place]) => place >= 0,
  )
  return weigh(task, way) >= now * leastWeight ? way : undefined
}

function weigh({ a, weights }: AlignmentTask, way: Way): number {
  return way.reduce((sum, [old]) => sum + (weights[a[old] as number] as number), 0)
}

/** Weight of the words that a detour and some new places have in common, in any order. */
function weighShared({ a, b, weights }: AlignmentTask, detour: Stretch, places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(b[place] as number, (counts.get(b[place] as number) ?? 0) + 1)
  let weight = 0
  for (let at = detour.oldFirst; at <= detour.oldLast; at += 1) {
    const id = a[at] as number
    const left = counts.get(id) ?? 0
    if (left === 0) continue
    counts.set(id, left - 1)
    weight += weights[id] as number
  }
  return weight
}

/** What the breaks on a way and at its ends cost, whatever the words between them weigh. */
function countCost(
  { oldLines, newLines }: AlignmentTask,
  way: Way,
  before: Pick<Stretch, 'oldLast' | 'newLast'>,
  behind: Pick<Stretch, 'oldFirst' | 'newFirst'>,
): number {
  let cost = 0
  let [old, fresh] = [before.oldLast, before.newLast]
  for (const [nextOld, nextNew] of [...way, [behind.oldFirst, behind.newFirst] as const]) {
    if (nextNew - fresh > wideGap || nextOld - old > wideGap) {
      const isClean = oldLines?.[nextOld] === 1 && newLines?.[nextNew] === 1
      cost += gapCost.long + (isClean ? 0 : gapCost.midLine)
    }
    old = nextOld
    fresh = nextNew
  }
  return cost
}
