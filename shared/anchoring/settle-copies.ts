import { type AlignmentTask, alignWindow } from './align-window'
import { assignPairs, type Pairing } from './assign-pairs'
import { CopySources, type Source } from './copy-sources'
import { partInOrder } from './kept-order'
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
import { isFirm, isReflowed, standsOverEdge } from './line-standing'
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

/** What became of the copies: the number of the next part, and 1 for old tokens that others contest the same place with. */
export interface SettledCopies {
  readonly nextPart: number
  readonly contested: Uint8Array
}

/**
 * Tells the copies of a repeated line or section apart by what stands beside them, since their own words cannot: an old
 * line goes where its neighbours went, however much was edited in this copy or that, and not into a section that was
 * copied from around another one. A line that has left its neighbours, while they are all still there, has moved alone,
 * if there is one place left over for it. Where nothing tells copies apart, they are taken out of the alignment, and
 * contested. `runs` are all that the texts share, copies included. Numbers the parts from `nextPart`.
 */
export function settleCopies(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  runs: readonly Run[],
  nextPart: number,
): SettledCopies {
  const contested = new Uint8Array(task.a.length)
  const families = findFamilies(task, inverse)
  if (families.length === 0) return { nextPart, contested }
  const ignoredOld = new Uint8Array(task.a.length)
  const ignoredNew = new Uint8Array(task.b.length)
  const around = { map: task.map, inverse, part, ignoredOld, ignoredNew }
  const sources = new CopySources(runs)
  let number = nextPart
  for (const family of families) {
    for (const { from, to } of family.old) ignoredOld.fill(1, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(1, from, to)
    const { hasMoved, open } = settleFamily(task, around, family, sources, number)
    if (hasMoved) number += 1
    for (const { from, to } of open) contested.fill(1, from, to)
    for (const { from, to } of family.old) ignoredOld.fill(0, from, to)
    for (const { from, to } of family.fresh) ignoredNew.fill(0, from, to)
  }
  return { nextPart: number, contested }
}

/** Gives whether a line has moved alone and got the number, and the old lines between which a place is left open. */
function settleFamily(
  task: AlignmentTask,
  around: Surroundings,
  family: Family,
  sources: CopySources,
  number: number,
): { hasMoved: boolean; open: readonly TokenLine[] } {
  const { map, inverse, ignoredOld, ignoredNew } = around
  const settled = new Set(family.old.filter((line) => isFirm(around, line) || standsOverEdge(around, line)))
  for (const { from, to } of settled) ignoredOld.fill(0, from, to)
  const old = family.old.filter((line) => !settled.has(line) && !isElsewhere(line, map, ignoredNew))
  const lines = family.fresh.filter((line) => !isElsewhere(line, inverse, ignoredOld))
  const places = describePlaces(around, lines, sources, family.old)
  const { left, free } = pairLines(task, around, old, places)
  const away = left.filter(({ from, to }) => isBetweenKnown(map, from, to))
  const alone = free.filter((place) => standsAlone(inverse, place))
  const [line, place] = [away[0], alone[0]]
  if (line && place && away.length === 1 && alone.length === 1) {
    const window = { oldStart: line.from, oldEnd: line.to, newStart: place.from, newEnd: place.to }
    const own = partInOrder(map, around.part, inverse.length, window)
    join(task, around, line, place, own ?? number)
    return { hasMoved: own === undefined, open: [] }
  }
  return { hasMoved: false, open: left.length > 1 && free.length > 0 ? left : [] }
}

/** Aligns old lines with the places that their neighbours assign them, and gives the lines and places left over. */
function pairLines(
  task: AlignmentTask,
  around: Surroundings,
  old: readonly TokenLine[],
  places: readonly Place[],
): { left: readonly TokenLine[]; free: readonly Place[] } {
  const { map, inverse, ignoredOld, ignoredNew } = around
  const pairs = assignPairs(findPairs(around, old, places))
  const placeOf = new Map(pairs.map((pair) => [pair.old, places[pair.fresh]]))
  const lineOf = new Map(pairs.map((pair) => [pair.fresh, old[pair.old]]))
  old.forEach((line, order) => {
    release(line, map, inverse, ignoredNew, placeOf.get(order))
  })
  places.forEach((place, order) => {
    release(place, inverse, map, ignoredOld, lineOf.get(order))
  })
  for (const pair of pairs) {
    const [line, place] = [old[pair.old], places[pair.fresh]]
    if (line && place && !isReflowed(around, line, place)) join(task, around, line, place, pair.part)
  }
  return {
    left: old.filter((_, order) => !placeOf.has(order)),
    free: places.filter((_, order) => !lineOf.has(order)),
  }
}

function describePlaces(
  around: Surroundings,
  lines: readonly TokenLine[],
  sources: CopySources,
  family: readonly TokenLine[],
): Place[] {
  const starts = Int32Array.from(family, (line) => line.from)
  const ends = Int32Array.from(family, (line) => line.to)
  const sourceOf = (place: number, step: -1 | 1, edges: Int32Array): Source =>
    isKnownBeside(around.inverse, place, step) ? 'unknown' : sources.beside(place, step, edges)
  return lines.map(({ from, to }) => {
    const { left, right } = neighboursOfNew(around, from, to)
    const leftSource = left[0]?.isBeside ? 'unknown' : sourceOf(from, -1, starts)
    const rightSource = right[0]?.isBeside ? 'unknown' : sourceOf(to, 1, ends)
    // What was copied along with a line of the family stands for that line, not for what comes behind it.
    const neighbours = {
      left: leftSource === 'beside' ? [] : left,
      right: rightSource === 'beside' ? [] : right,
    }
    return { from, to, neighbours, leftSource, rightSource }
  })
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

/**
 * Parts the tokens of a line from their partners: from those in lines of its family except the one that it is paired
 * with, and from all others, too, if it is paired with none.
 */
function release(
  { from, to }: TokenLine,
  partners: Int32Array,
  back: Int32Array,
  family: Uint8Array,
  pair: TokenLine | undefined,
): void {
  for (let at = from; at < to; at += 1) {
    const partner = partners[at] as number
    if (partner < 0 || (pair && partner >= pair.from && partner < pair.to)) continue
    if (pair && family[partner] === 0) continue
    back[partner] = -1
    partners[at] = -1
  }
}

/** Aligns an old line anew with a place, whatever had been made of its words and of those there. */
function join(
  task: AlignmentTask,
  { map, inverse, part }: Surroundings,
  old: TokenLine,
  fresh: TokenLine,
  number: number,
): void {
  for (let i = old.from; i < old.to; i += 1) {
    const j = map[i] as number
    if (j >= 0) inverse[j] = -1
    map[i] = -1
  }
  for (let j = fresh.from; j < fresh.to; j += 1) {
    const i = inverse[j] as number
    if (i >= 0) map[i] = -1
    inverse[j] = -1
  }
  alignWindow(task, { oldStart: old.from, oldEnd: old.to, newStart: fresh.from, newEnd: fresh.to })
  for (let i = old.from; i < old.to; i += 1) {
    part[i] = number
    const j = map[i] as number
    if (j >= 0) inverse[j] = i
  }
}
