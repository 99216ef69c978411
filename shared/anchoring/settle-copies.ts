import { type AlignmentTask, alignWindow } from './align-window'
import { type Family, findFamilies, isElsewhere, type TokenLine } from './repeated-lines'

/** Where the alignment stands: `part` and `inverse` as in TokenAlignment. */
interface Settling {
  readonly task: AlignmentTask
  readonly inverse: Int32Array
  readonly part: Int32Array
  /** 1 for tokens of the family that is being settled. */
  readonly ownOld: Uint8Array
  readonly ownNew: Uint8Array
}

/** What stands next to a line on one side: a mapped token, as its place in the new text, and what lies between. */
interface Neighbour {
  readonly part: number
  readonly place: number
  readonly isBeside: boolean
}

interface Pair {
  readonly old: number
  readonly fresh: number
  readonly claim: number
  readonly part: number
}

const farthest = 1200
const mostNeighbours = 3
const besideReach = 8
const tolerance = 8

/**
 * Tells the copies of a repeated line apart by what stands beside them, since their own words cannot: an old line goes
 * where its neighbours went, however much or little was edited in this copy or that. A line whose neighbours
 * are all where they were, but not beside any copy, has moved alone, if one such place is left over.
 * Gives the next free number of a part.
 */
export function settleCopies(
  task: AlignmentTask,
  inverse: Int32Array,
  part: Int32Array,
  nextPart: number,
): number {
  const ownOld = new Uint8Array(task.a.length)
  const ownNew = new Uint8Array(task.b.length)
  const settling = { task, inverse, part, ownOld, ownNew }
  let number = nextPart
  for (const family of findFamilies(task, inverse)) {
    for (const { from, to } of family.old) ownOld.fill(1, from, to)
    for (const { from, to } of family.fresh) ownNew.fill(1, from, to)
    number = settleFamily(settling, family, number)
    for (const { from, to } of family.old) ownOld.fill(0, from, to)
    for (const { from, to } of family.fresh) ownNew.fill(0, from, to)
  }
  return number
}

function settleFamily(settling: Settling, family: Family, nextPart: number): number {
  const { inverse, task, ownOld, ownNew } = settling
  const old = family.old.filter((line) => !isElsewhere(line, task.map, ownNew))
  const fresh = family.fresh.filter((line) => !isElsewhere(line, inverse, ownOld))
  const pairs = assign(claims(settling, old, fresh))
  const takenOld = new Set(pairs.map((pair) => pair.old))
  const takenNew = new Set(pairs.map((pair) => pair.fresh))
  for (const line of old) release(settling, line)
  for (const line of fresh) releaseNew(settling, line)
  for (const pair of pairs)
    join(settling, old[pair.old] as TokenLine, fresh[pair.fresh] as TokenLine, pair.part)
  const left = old.filter((line, order) => !takenOld.has(order) && isAloneInOld(settling, line))
  const free = fresh.filter((line, order) => !takenNew.has(order) && isAloneInNew(settling, line))
  if (left.length !== 1 || free.length !== 1) return nextPart
  join(settling, left[0] as TokenLine, free[0] as TokenLine, nextPart)
  return nextPart + 1
}

function claims(settling: Settling, old: readonly TokenLine[], fresh: readonly TokenLine[]): Pair[] {
  const sides = fresh.map((line) => [
    neighboursOfNew(settling, line.from - 1, -1),
    neighboursOfNew(settling, line.to, 1),
  ])
  return old.flatMap((line, order) => {
    const left = neighboursOfOld(settling, line.from - 1, -1)
    const right = neighboursOfOld(settling, line.to, 1)
    return sides.flatMap(([newLeft = [], newRight = []], place): Pair[] => {
      const before = agree(left, newLeft)
      const behind = agree(right, newRight)
      const claim = before.claim + behind.claim
      const nearer = before.claim >= behind.claim ? before : behind
      return claim >= leastClaim ? [{ old: order, fresh: place, claim, part: nearer.part }] : []
    })
  })
}

function neighboursOfOld({ task, part, ownOld }: Settling, from: number, step: -1 | 1): Neighbour[] {
  const found: Neighbour[] = []
  for (let k = 0; k < farthest && found.length < mostNeighbours; k += 1) {
    const i = from + step * k
    if (i < 0 || i >= task.a.length) {
      if (!isNoted(found, 0)) note(found, 0, i < 0 ? -1 : task.b.length, k)
      break
    }
    const place = task.map[i] as number
    if (place < 0 || ownOld[i] === 1 || isNoted(found, part[i] as number)) continue
    if (isFirm(task.map, i, step)) note(found, part[i] as number, place, k)
  }
  return found
}

function neighboursOfNew({ task, inverse, part, ownNew }: Settling, from: number, step: -1 | 1): Neighbour[] {
  const found: Neighbour[] = []
  for (let k = 0; k < farthest && found.length < mostNeighbours; k += 1) {
    const j = from + step * k
    if (j < 0 || j >= task.b.length) {
      if (!isNoted(found, 0)) note(found, 0, j, k)
      break
    }
    const i = inverse[j] as number
    if (i < 0 || ownNew[j] === 1 || isNoted(found, part[i] as number)) continue
    if (isFirm(inverse, j, step)) note(found, part[i] as number, j, k)
  }
  return found
}

/** Whether a mapped token is no stray: most of those behind it are mapped in step with it. */
function isFirm(partners: Int32Array, from: number, step: -1 | 1): boolean {
  let firm = 0
  for (let k = 1; k <= besideReach; k += 1) {
    const partner = partners[from + step * k] ?? -1
    const stray = partner - (partners[from] as number) - step * k
    if (partner >= 0 && Math.abs(stray) <= tolerance) firm += 1
  }
  return firm * 2 >= besideReach
}

/** Of each part the nearest token is enough. */
const isNoted = (found: readonly Neighbour[], part: number): boolean =>
  found.some((other) => other.part === part)

function note(found: Neighbour[], part: number, place: number, distance: number): void {
  found.push({ part, place, isBeside: found.length === 0 && distance <= besideReach })
}

const claim = { beside: 6, next: 4, beyond: 3 } as const
const leastClaim = claim.next

/** How far the neighbours of an old and a new line on one side are the same, and the part that they belong to. */
function agree(old: readonly Neighbour[], fresh: readonly Neighbour[]): { claim: number; part: number } {
  let best = { claim: 0, part: 0 }
  old.forEach((one, rank) => {
    const other = fresh.findIndex(({ part }) => part === one.part)
    const there = fresh[other]
    if (!there || Math.abs(there.place - one.place) > tolerance) return
    const isNext = rank === 0 && other === 0
    const found = isNext
      ? one.isBeside && there.isBeside
        ? claim.beside
        : claim.next
      : claim.beyond - rank - other + 1
    if (found > best.claim) best = { claim: found, part: one.part }
  })
  return best
}

/**
 * Assigns old to new lines: first where the second best choice is much worse (Vogel's rule), not at all where two
 * choices are as good.
 */
function assign(all: readonly Pair[]): Pair[] {
  let open = all
  const chosen: Pair[] = []
  while (open.length > 0) {
    const surest = findSurest(open)
    if (!surest) break
    chosen.push(surest)
    open = open.filter((pair) => pair.old !== surest.old && pair.fresh !== surest.fresh)
  }
  return chosen
}

function findSurest(open: readonly Pair[]): Pair | undefined {
  const rivals = (key: (pair: Pair) => number): Map<number, { best: Pair; lead: number }> => {
    const tops = new Map<number, { best: Pair; lead: number }>()
    for (const pair of open) {
      const top = tops.get(key(pair))
      if (!top) tops.set(key(pair), { best: pair, lead: pair.claim })
      else if (pair.claim > top.best.claim) tops.set(key(pair), { best: pair, lead: pair.claim - top.best.claim })
      else top.lead = Math.min(top.lead, top.best.claim - pair.claim)
    }
    return tops
  }
  let surest: { best: Pair; lead: number } | undefined
  for (const tops of [rivals((pair) => pair.old), rivals((pair) => pair.fresh)]) {
    for (const top of tops.values()) if (top.lead > (surest?.lead ?? 0)) surest = top
  }
  return surest?.best
}

function release({ task, inverse }: Settling, { from, to }: TokenLine): void {
  for (let i = from; i < to; i += 1) {
    const j = task.map[i] as number
    if (j >= 0) inverse[j] = -1
    task.map[i] = -1
  }
}

function releaseNew({ task, inverse }: Settling, { from, to }: TokenLine): void {
  for (let j = from; j < to; j += 1) {
    const i = inverse[j] as number
    if (i >= 0) task.map[i] = -1
    inverse[j] = -1
  }
}

function join({ task, inverse, part }: Settling, old: TokenLine, fresh: TokenLine, number: number): void {
  alignWindow(task, { oldStart: old.from, oldEnd: old.to, newStart: fresh.from, newEnd: fresh.to })
  for (let i = old.from; i < old.to; i += 1) {
    part[i] = number
    const j = task.map[i] as number
    if (j >= 0) inverse[j] = i
  }
}

/** Whether the words right beside an old line, on both sides, are known to be somewhere. */
const isAloneInOld = ({ task }: Settling, { from, to }: TokenLine): boolean =>
  isKnownBeside(task.map, from - 1, -1) && isKnownBeside(task.map, to, 1)

const isAloneInNew = ({ inverse }: Settling, { from, to }: TokenLine): boolean =>
  isKnownBeside(inverse, from - 1, -1) && isKnownBeside(inverse, to, 1)

function isKnownBeside(partners: Int32Array, from: number, step: -1 | 1): boolean {
  let known = 0
  for (let k = 0; k < besideReach; k += 1) {
    const at = from + step * k
    if (at < 0 || at >= partners.length || (partners[at] as number) >= 0) known += 1
  }
  return known * 2 >= besideReach
}
