import { type AlignmentTask, alignWindow } from './align-window'
import { assignPairs, type Pairing } from './assign-pairs'
import {
  claimOf,
  compareNeighbours,
  isBetweenKnown,
  neighboursOfNew,
  neighboursOfOld,
  type Surroundings,
} from './line-neighbours'
import { type Family, findFamilies, isElsewhere, type TokenLine } from './repeated-lines'

/** An old and a new line that could be one, and the part to which they would belong. */
interface LinePair extends Pairing {
  readonly part: number
}

const leastClaim = claimOf.next

/**
 * Tells the copies of a repeated line apart by what stands beside them, since their own words cannot: an old line goes
 * where its neighbours went, however much was edited in this copy or that. One that has left its neighbours, while
 * they are all still there, has moved alone, if there is one place left over for it. Where nothing tells copies apart,
 * they are taken out of the alignment. Numbers the parts from `nextPart`; gives the next number.
 */
export function settleCopies(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  nextPart: number,
): number {
  const ignoredOld = new Uint8Array(task.a.length)
  const ignoredNew = new Uint8Array(task.b.length)
  const around = { map: task.map, inverse, part, ignoredOld, ignoredNew }
  let number = nextPart
  for (const family of findFamilies(task, inverse)) {
    for (const { from, to } of family.old) ignoredOld.fill(1, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(1, from, to)
    if (settleFamily(task, around, family, number)) number += 1
    for (const { from, to } of family.old) ignoredOld.fill(0, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(0, from, to)
  }
  return number
}

/** Gives whether a line has moved alone and got the number. */
function settleFamily(task: AlignmentTask, around: Surroundings, family: Family, number: number): boolean {
  const { map, inverse } = around
  const old = family.old.filter((line) => !isElsewhere(line, map, around.ignoredNew))
  const fresh = family.fresh.filter((line) => !isElsewhere(line, inverse, around.ignoredOld))
  const pairs = assignPairs(findPairs(around, old, fresh))
  for (const line of old) release(line, map, inverse)
  for (const line of fresh) release(line, inverse, map)
  for (const pair of pairs) join(task, around, old[pair.old], fresh[pair.fresh], pair.part)
  const paired = {
    old: new Set(pairs.map((pair) => pair.old)),
    fresh: new Set(pairs.map((pair) => pair.fresh)),
  }
  const left = old.filter((line, order) => !paired.old.has(order) && isBetweenKnown(map, line.from, line.to))
  const free = fresh.filter(
    (line, order) => !paired.fresh.has(order) && isBetweenKnown(inverse, line.from, line.to),
  )
  if (left.length !== 1 || free.length !== 1) return false
  join(task, around, left[0], free[0], number)
  return true
}

function findPairs(around: Surroundings, old: readonly TokenLine[], fresh: readonly TokenLine[]): LinePair[] {
  const places = fresh.map(({ from, to }) => neighboursOfNew(around, from, to))
  return old.flatMap(({ from, to }, order) => {
    const home = neighboursOfOld(around, from, to)
    return places
      .map((place, at): LinePair => ({ old: order, fresh: at, ...compareNeighbours(home, place) }))
      .filter(({ claim }) => claim >= leastClaim)
  })
}

/** Parts the tokens of a line from their partners. */
function release({ from, to }: TokenLine, partners: Int32Array, back: Int32Array): void {
  for (let at = from; at < to; at += 1) {
    const partner = partners[at] as number
    if (partner >= 0) back[partner] = -1
    partners[at] = -1
  }
}

function join(
  task: AlignmentTask,
  { map, inverse, part }: Surroundings,
  old: TokenLine | undefined,
  fresh: TokenLine | undefined,
  number: number,
): void {
  if (!old || !fresh) return
  alignWindow(task, { oldStart: old.from, oldEnd: old.to, newStart: fresh.from, newEnd: fresh.to })
  for (let i = old.from; i < old.to; i += 1) {
    part[i] = number
    const j = map[i] as number
    if (j >= 0) inverse[j] = i
  }
}
