import type { AlignmentTask } from './align-window'
import type { TokenLine } from './repeated-lines'
import { countWords } from './token-weights'

const leastLikeness = 0.5
/** How much longer or shorter than the old lines a new one may be: beyond, lines were joined or split. */
const mostGrowth = 1.5
/** A word that more groups hold names none of them, and of those named so many are compared in full. */
const commonWord = 40
const mostNamed = 8

/** A word of a group's lines: the group, and how often the word stands in each of them. */
type Holder = readonly [group: number, times: number]

/**
 * For each group of equal old lines the new lines that have more in common with it than with any other: at least half of
 * all their words by weight, in whatever order.
 */
export function findLikes(
  task: AlignmentTask,
  groups: readonly (readonly TokenLine[])[],
  lines: readonly TokenLine[],
): TokenLine[][] {
  const models = groups.map(([line]) => line as TokenLine)
  const own = models.map((line) => weigh(task, task.a, line))
  const counts = models.map((line) => countWords(task.a, line))
  const holders = new Map<number, Holder[]>()
  counts.forEach((words, group) => {
    for (const [id, times] of words) {
      const known = holders.get(id)
      if (known) known.push([group, times])
      else holders.set(id, [[group, times]])
    }
  })
  const likes = groups.map((): TokenLine[] => [])
  for (const line of lines) {
    const group = likest(task, line, holders, counts, own)
    if (group !== undefined) likes[group]?.push(line)
  }
  return likes
}

/** What the tokens of a line weigh, in bits. */
export function weigh({ weights }: AlignmentTask, ids: Int32Array, { from, to }: TokenLine): number {
  let weight = 0
  for (let at = from; at < to; at += 1) weight += weights[ids[at] as number] as number
  return weight
}

function likest(
  task: AlignmentTask,
  line: TokenLine,
  holders: ReadonlyMap<number, readonly Holder[]>,
  counts: readonly ReadonlyMap<number, number>[],
  own: readonly number[],
): number | undefined {
  const words = countWords(task.b, line)
  const all = weigh(task, task.b, line)
  let best: number | undefined
  let top = leastLikeness
  for (const group of nameGroups(task, words, holders)) {
    const there = own[group] as number
    if (Math.max(all, there) > mostGrowth * Math.min(all, there)) continue
    const likeness = (2 * weighShared(task, words, counts[group])) / (all + there)
    if (likeness < top) continue
    best = group
    top = likeness
  }
  return best
}

/** The groups that share most with a line in words that few groups hold, or in its rarest if all are common. */
function nameGroups(
  { weights }: AlignmentTask,
  words: ReadonlyMap<number, number>,
  holders: ReadonlyMap<number, readonly Holder[]>,
): number[] {
  const known = [...words].filter(([id]) => holders.has(id))
  const fewest = known.reduce(
    (least, [id]) => Math.min(least, holders.get(id)?.length ?? 0),
    Number.MAX_VALUE,
  )
  const votes = new Map<number, number>()
  for (const [id, times] of known) {
    const found = holders.get(id) ?? []
    if (found.length > Math.max(fewest, commonWord)) continue
    for (const [group, there] of found) {
      const weight = Math.min(times, there) * (weights[id] as number)
      votes.set(group, (votes.get(group) ?? 0) + weight)
    }
  }
  if (votes.size <= mostNamed) return [...votes.keys()]
  const ranked = [...votes].sort((p, q) => q[1] - p[1])
  return ranked.slice(0, mostNamed).map(([group]) => group)
}

function weighShared(
  { weights }: AlignmentTask,
  words: ReadonlyMap<number, number>,
  there: ReadonlyMap<number, number> | undefined,
): number {
  let weight = 0
  for (const [id, times] of words) weight += Math.min(times, there?.get(id) ?? 0) * (weights[id] as number)
  return weight
}
