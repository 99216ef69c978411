/** An alignment under way, as in TokenAlignment, and the tokens of the lines that are just being looked at. */
export interface Surroundings {
  readonly map: Int32Array
  readonly inverse: Int32Array
  readonly part: Int32Array
  /** 1 for tokens whose partners count for nothing. */
  readonly ignoredOld: Uint8Array
  readonly ignoredNew: Uint8Array
}

/** A mapped token near a line: its place in the new text and the part that it belongs to. */
interface Neighbour {
  readonly part: number
  readonly place: number
  /** Nothing to speak of stands between it and the line. */
  readonly isBeside: boolean
}

/** The nearest mapped tokens on both sides of a line, one of each part. */
export interface Neighbourhood {
  readonly left: readonly Neighbour[]
  readonly right: readonly Neighbour[]
}

/** How far the neighbours of an old line and of a new one are the same, and the part to which the nearer ones belong. */
export interface Agreement {
  readonly claim: number
  readonly part: number
}

/** What a neighbour on one side is worth: right beside both lines, next to both, or with moved blocks in between. */
export const claimOf = { beside: 6, next: 4, beyond: 3 } as const

const farthest = 1200
const mostParts = 3
const besideReach = 8
const tolerance = 8

/** The neighbours of an old line, old tokens `from` to `to` (end exclusive), by their places in the new text. */
export function neighboursOfOld(around: Surroundings, from: number, to: number): Neighbourhood {
  const { map, part, ignoredOld, inverse } = around
  const look = (start: number, step: -1 | 1): Neighbour[] =>
    collect(map, ignoredOld, start, step, (i) => ({ part: part[i] as number, place: map[i] as number }), {
      part: 0,
      place: step < 0 ? -1 : inverse.length,
    })
  return { left: look(from - 1, -1), right: look(to, 1) }
}

/** The neighbours of a new line, new tokens `from` to `to` (end exclusive). */
export function neighboursOfNew(around: Surroundings, from: number, to: number): Neighbourhood {
  const { inverse, part, ignoredNew } = around
  const look = (start: number, step: -1 | 1): Neighbour[] =>
    collect(
      inverse,
      ignoredNew,
      start,
      step,
      (j) => ({ part: part[inverse[j] as number] as number, place: j }),
      {
        part: 0,
        place: step < 0 ? -1 : inverse.length,
      },
    )
  return { left: look(from - 1, -1), right: look(to, 1) }
}

type Found = Pick<Neighbour, 'part' | 'place'>

/** Walks away from a line; the edge of the text counts as a neighbour, too. */
function collect(
  partners: Int32Array,
  ignored: Uint8Array,
  start: number,
  step: -1 | 1,
  read: (at: number) => Found,
  edge: Found,
): Neighbour[] {
  const found: Neighbour[] = []
  let hasPassedLine = false
  const note = (one: Found, distance: number): void => {
    if (found.some((other) => other.part === one.part)) return
    found.push({ ...one, isBeside: found.length === 0 && !hasPassedLine && distance <= besideReach })
  }
  for (let k = 0; k < farthest && found.length < mostParts; k += 1) {
    const at = start + step * k
    if (at < 0 || at >= partners.length) {
      note(edge, k)
      break
    }
    if (ignored[at] === 1) hasPassedLine = true
    if ((partners[at] as number) < 0 || ignored[at] === 1) continue
    const one = read(at)
    if (!found.some((other) => other.part === one.part) && isFirm(partners, at, step)) note(one, k)
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

/** Compares the neighbours of an old line with those of a new one, both sides together. */
export function compareNeighbours(old: Neighbourhood, fresh: Neighbourhood): Agreement {
  const left = compareSide(old.left, fresh.left)
  const right = compareSide(old.right, fresh.right)
  return { claim: left.claim + right.claim, part: left.claim >= right.claim ? left.part : right.part }
}

function compareSide(old: readonly Neighbour[], fresh: readonly Neighbour[]): Agreement {
  let best: Agreement = { claim: 0, part: 0 }
  old.forEach((one, rank) => {
    const other = fresh.findIndex(({ part }) => part === one.part)
    const there = fresh[other]
    if (!there || Math.abs(there.place - one.place) > tolerance) return
    const claim = claimFor(one, there, rank + other)
    if (claim > best.claim) best = { claim, part: one.part }
  })
  return best
}

/** `passed` counts the parts, of both texts, that stand nearer to the lines. */
function claimFor(old: Neighbour, fresh: Neighbour, passed: number): number {
  if (passed > 0) return claimOf.beyond + 1 - passed
  return old.isBeside && fresh.isBeside ? claimOf.beside : claimOf.next
}

/** Whether most of the tokens right beside a line, on both sides, have a partner. */
export const isBetweenKnown = (partners: Int32Array, from: number, to: number): boolean =>
  isKnownBeside(partners, from, -1) && isKnownBeside(partners, to, 1)

/** Whether most of the tokens right before (`step` -1) or behind a place have a partner, or the text ends there. */
export function isKnownBeside(partners: Int32Array, place: number, step: -1 | 1): boolean {
  const from = step < 0 ? place - besideReach : place
  let known = 0
  for (let at = from; at < from + besideReach; at += 1) if ((partners[at] ?? 0) >= 0) known += 1
  return known * 2 >= besideReach
}
