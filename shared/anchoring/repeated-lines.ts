import type { AlignmentTask } from './align-window'
import { findLikes, weigh } from './like-lines'
import { joinFamilies } from './repeated-sections'

/** A line of a text, or several that follow each other, in tokens, end exclusive. */
export interface TokenLine {
  readonly from: number
  readonly to: number
}

/** Lines of the old text that are the same word for word, and the lines of the new text that are like them. */
export interface Family {
  readonly old: readonly TokenLine[]
  readonly fresh: readonly TokenLine[]
}

/** Bits below which a line that stands again and again is left to its neighbours. */
const leastWeight = 40
const mostPairs = 1 << 16

/**
 * Finds the lines that stand several times in the old text, with their likes in the new one; about linear. Lines that
 * always follow each other, as in a section that stands twice, are taken together, longest first: beside a line of such
 * a section its own neighbours tell nothing. New lines that are known to stem from other old lines are passed over.
 */
export function findFamilies(task: AlignmentTask, inverse: Int32Array): Family[] {
  const groups = groupEqualLines(task, cutLines(task.oldLines))
  if (groups.length === 0) return []
  const isRepeated = new Uint8Array(task.a.length)
  for (const { from, to } of groups.flat()) isRepeated.fill(1, from, to)
  const open = cutLines(task.newLines)
    .map((line) => withoutJoined(line, inverse, isRepeated))
    .filter((line) => !isElsewhere(line, inverse, isRepeated))
  const likes = findLikes(task, groups, open)
  const families = groups
    .map((old, order) => ({ old, fresh: likes[order] ?? [] }))
    .filter(({ fresh }) => fresh.length > 0)
  return joinFamilies(task, families).filter(({ old, fresh }) => old.length * fresh.length <= mostPairs)
}

/** Whether most of a line is mapped to words outside the marked ones. */
export function isElsewhere({ from, to }: TokenLine, partners: Int32Array, marked: Uint8Array): boolean {
  let count = 0
  for (let at = from; at < to; at += 1) if (isOutside(at, partners, marked)) count += 1
  return count * 2 > to - from
}

function isOutside(at: number, partners: Int32Array, marked: Uint8Array): boolean {
  const partner = partners[at] as number
  return partner >= 0 && marked[partner] === 0
}

const leastJoined = 8

/** A new line without what other old lines have left at its ends, where lines were joined. */
function withoutJoined({ from, to }: TokenLine, inverse: Int32Array, isRepeated: Uint8Array): TokenLine {
  let first = from
  while (first < to && isOutside(first, inverse, isRepeated)) first += 1
  let last = to
  while (last > first && isOutside(last - 1, inverse, isRepeated)) last -= 1
  return {
    from: first - from >= leastJoined ? first : from,
    to: to - last >= leastJoined ? last : to,
  }
}

function cutLines(starts: Uint8Array | undefined): TokenLine[] {
  const lines: TokenLine[] = []
  let from = 0
  for (let at = 1; starts && at < starts.length; at += 1) {
    if (starts[at] !== 1) continue
    lines.push({ from, to: at })
    from = at
  }
  return lines
}

function groupEqualLines(task: AlignmentTask, lines: readonly TokenLine[]): TokenLine[][] {
  const groups = new Map<number, TokenLine[][]>()
  for (const line of lines) {
    if (weigh(task, task.a, line) < leastWeight) continue
    const hash = hashLine(task.a, line)
    const alike = groups.get(hash)
    const group = alike?.find(([first]) => isEqual(task.a, first as TokenLine, line))
    if (group) group.push(line)
    else if (alike) alike.push([line])
    else groups.set(hash, [[line]])
  }
  return [...groups.values()].flat().filter((group) => group.length > 1)
}

function hashLine(ids: Int32Array, { from, to }: TokenLine): number {
  let hash = to - from
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (ids[at] as number)) | 0
  return hash
}

function isEqual(ids: Int32Array, one: TokenLine, other: TokenLine): boolean {
  const length = one.to - one.from
  if (other.to - other.from !== length) return false
  for (let k = 0; k < length; k += 1) if (ids[one.from + k] !== ids[other.from + k]) return false
  return true
}
