import type { AlignmentTask } from './align-window'
import type { Family, TokenLine } from './repeated-lines'

/** How much wider than in the old text, in tokens, the gap between two lines of a section may be in the new one. */
const mostInserted = 200

/** A family and how many it was joined from. */
interface Section {
  readonly family: Family
  readonly size: number
}

/**
 * Joins families of lines that keep step: each old copy of one is followed by a copy of the other with the same words in
 * between, and each new one, too. Such lines are a section that stands several times, and where it belongs only what
 * stands around the whole of it can tell. Longer sections come first, single lines as they stood.
 */
export function joinFamilies(task: AlignmentTask, families: readonly Family[]): Family[] {
  const sections: Section[] = []
  const open = new Map<number, number>()
  for (const family of families) {
    const [first, second] = family.old as readonly [TokenLine, TokenLine]
    const step = second.from - first.from
    const at = open.get(step)
    const section = at === undefined ? undefined : sections[at]
    if (section && at !== undefined && keepsStep(task, section.family, family)) {
      sections[at] = { family: joinTwo(section.family, family), size: section.size + 1 }
    } else {
      open.set(step, sections.length)
      sections.push({ family, size: 1 })
    }
  }
  return sections
    .sort((p, q) => q.size - p.size)
    .map(({ family }) => growOver(task, growOver(task, family, 1), -1))
}

const joinTwo = (earlier: Family, later: Family): Family => ({
  old: joinLines(earlier.old, later.old),
  fresh: joinLines(earlier.fresh, later.fresh),
})

const joinLines = (earlier: readonly TokenLine[], later: readonly TokenLine[]): TokenLine[] =>
  earlier.map(({ from }, order) => ({ from, to: later[order]?.to ?? from }))

function keepsStep({ a }: AlignmentTask, earlier: Family, later: Family): boolean {
  const [first] = earlier.old as readonly [TokenLine]
  const gap = gapsOf(earlier.old, later.old)[0] as number
  const isSame = ({ to }: TokenLine): boolean => isEqualStretch(a, first.to, to, gap)
  return (
    earlier.old.length === later.old.length &&
    earlier.fresh.length === later.fresh.length &&
    alternate(earlier.old, later.old) &&
    alternate(earlier.fresh, later.fresh) &&
    gapsOf(earlier.old, later.old).every((other) => other === gap) &&
    gapsOf(earlier.fresh, later.fresh).every((other) => other <= gap + mostInserted) &&
    earlier.old.every(isSame)
  )
}

const gapsOf = (earlier: readonly TokenLine[], later: readonly TokenLine[]): number[] =>
  earlier.map(({ to }, order) => (later[order]?.from ?? to) - to)

/** Whether lines of the one and of the other list follow each other by turns. */
const alternate = (earlier: readonly TokenLine[], later: readonly TokenLine[]): boolean =>
  earlier.every(({ to }, order) => {
    const next = later[order]
    return next && to <= next.from && next.to <= (earlier[order + 1]?.from ?? next.to)
  })

function isEqualStretch(ids: Int32Array, one: number, other: number, length: number): boolean {
  for (let k = 0; k < length; k += 1) if (ids[one + k] !== ids[other + k]) return false
  return true
}

/** Takes in the lines before (`step` -1) or behind a family that are the same beside every one of it, old and new. */
function growOver({ a, b, oldLines }: AlignmentTask, { old, fresh }: Family, step: -1 | 1): Family {
  const [first] = old as readonly [TokenLine]
  const edge = step < 0 ? first.from - 1 : first.to
  const isSameAt = (ids: Int32Array, lines: readonly TokenLine[], k: number): boolean =>
    lines.every(({ from, to }, order) => {
      const at = (step < 0 ? from - 1 : to) + step * k
      const limit = lines[order + step]
      const isFree = limit === undefined || (step < 0 ? at >= limit.to : at < limit.from)
      return isFree && ids[at] === a[edge + step * k]
    })
  let grown = 0
  for (let k = 0; edge + step * k >= 0 && edge + step * k < a.length; k += 1) {
    if (!isSameAt(a, old, k) || !isSameAt(b, fresh, k)) break
    if (oldLines?.[step < 0 ? edge - k : edge + k + 1] === 1) grown = k + 1
  }
  const widen = ({ from, to }: TokenLine): TokenLine =>
    step < 0 ? { from: from - grown, to } : { from, to: to + grown }
  return { old: old.map(widen), fresh: fresh.map(widen) }
}
