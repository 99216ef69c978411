import { type AlignmentTask, alignWindow } from './align-window'
import { assignPairs, type Pairing } from './assign-pairs'
import { CopySources, type Source } from './copy-sources'
import {
  claimOf,
  compareNeighbours,
  isBetweenKnown,
  isKnownBeside,
  type Neighbourhood,
  neighboursOfNew,
  neighboursOfOld,
  type Surroundings,
} from './line-neighbours'
import { type Family, findFamilies, isElsewhere, type TokenLine } from './repeated-lines'
import type { Run } from './shared-runs'

/** An old and a new line that could be one, and the part to which they would belong. */
interface LinePair extends Pairing {
  readonly part: number
}

/** A line of the new text that could be one of a family. */
interface Place extends TokenLine {
  readonly neighbours: Neighbourhood
  /** Where what stands beside it without a partner was copied from. */
  readonly leftSource: Source
  readonly rightSource: Source
}

const leastClaim = claimOf.next

/**
 * Tells the copies of a repeated line apart by what stands beside them, since their own words cannot: an old line goes
 * where its neighbours went, however much was edited in this copy or that, and not into a section that was copied from
 * around another one. A line that has left its neighbours, while they are all still there, has moved alone, if there is
 * one place left over for it. Where nothing tells copies apart, they are taken out of the alignment. `runs` are all that
 * the texts share, copies included. Numbers the parts from `nextPart`; gives the next number.
 */
export function settleCopies(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  runs: readonly Run[],
  nextPart: number,
): number {
  const families = findFamilies(task, inverse)
  if (families.length === 0) return nextPart
  const ignoredOld = new Uint8Array(task.a.length)
  const ignoredNew = new Uint8Array(task.b.length)
  const around = { map: task.map, inverse, part, ignoredOld, ignoredNew }
  const sources = new CopySources(runs)
  let number = nextPart
  for (const family of families) {
    for (const { from, to } of family.old) ignoredOld.fill(1, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(1, from, to)
    if (settleFamily(task, around, family, sources, number)) number += 1
    for (const { from, to } of family.old) ignoredOld.fill(0, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(0, from, to)
  }
  return number
}

/** Gives whether a line has moved alone and got the number. */
function settleFamily(
  task: AlignmentTask,
  around: Surroundings,
  family: Family,
  sources: CopySources,
  number: number,
): boolean {
  const { map, inverse } = around
  const old = family.old.filter((line) => !isElsewhere(line, map, around.ignoredNew))
  const places = family.fresh
    .filter((line) => !isElsewhere(line, inverse, around.ignoredOld))
    .map((line) => describePlace(around, line, sources, family.old))
  const pairs = assignPairs(findPairs(around, old, places))
  for (const line of old) release(line, map, inverse)
  for (const line of places) release(line, inverse, map)
  for (const pair of pairs) join(task, around, old[pair.old], places[pair.fresh], pair.part)
  const paired = {
    old: new Set(pairs.map((pair) => pair.old)),
    fresh: new Set(pairs.map((pair) => pair.fresh)),
  }
  const left = old.filter((line, order) => !paired.old.has(order) && isBetweenKnown(map, line.from, line.to))
  const free = places.filter((place, order) => !paired.fresh.has(order) && standsAlone(inverse, place))
  if (left.length !== 1 || free.length !== 1) return false
  join(task, around, left[0], free[0], number)
  return true
}

function describePlace(
  around: Surroundings,
  { from, to }: TokenLine,
  sources: CopySources,
  family: readonly TokenLine[],
): Place {
  const { left, right } = neighboursOfNew(around, from, to)
  const starts = family.map((line) => line.from)
  const ends = family.map((line) => line.to)
  const sourceOf = (place: number, step: -1 | 1, edges: readonly number[]): Source =>
    isKnownBeside(around.inverse, place, step) ? 'unknown' : sources.beside(place, step, edges)
  const leftSource = left[0]?.isBeside ? 'unknown' : sourceOf(from, -1, starts)
  const rightSource = right[0]?.isBeside ? 'unknown' : sourceOf(to, 1, ends)
  // What was copied along with a line of the family stands for that line, not for what comes behind it.
  const neighbours = {
    left: leftSource === 'beside' ? [] : left,
    right: rightSource === 'beside' ? [] : right,
  }
  return { from, to, neighbours, leftSource, rightSource }
}

/** Whether nothing beside a new line came there along with it. */
function standsAlone(inverse: Int32Array, { from, to, leftSource, rightSource }: Place): boolean {
  return (
    (leftSource === 'elsewhere' || isKnownBeside(inverse, from, -1)) &&
    (rightSource === 'elsewhere' || isKnownBeside(inverse, to, 1))
  )
}

function findPairs(around: Surroundings, old: readonly TokenLine[], places: readonly Place[]): LinePair[] {
  return old.flatMap(({ from, to }, order) => {
    const home = neighboursOfOld(around, from, to)
    return places
      .map(
        ({ neighbours }, at): LinePair => ({ old: order, fresh: at, ...compareNeighbours(home, neighbours) }),
      )
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
