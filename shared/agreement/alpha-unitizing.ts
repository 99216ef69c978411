/** A stretch of a text that one coder marked; offsets in any one unit, `end` exclusive. */
export interface Unit {
  readonly start: number
  readonly end: number
}

/** One coder's marks for one category: sorted, not overlapping, within the continuum. */
export type Marks = readonly Unit[]

/** A unit, or the gap between two. */
interface Section extends Unit {
  readonly isMarked: boolean
}

/** Cuts the whole continuum into marked stretches and the gaps around them. */
function sectionsOf(marks: Marks, length: number): Section[] {
  const sections: Section[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start > at) sections.push({ start: at, end: start, isMarked: false })
    sections.push({ start, end, isMarked: true })
    at = end
  }
  if (at < length) sections.push({ start: at, end: length, isMarked: false })
  return sections
}

/**
 * The squared difference of two coders' sections: of two marked ones that overlap, by how far their ends lie apart; of a mark that lies
 * wholly within the other's gap, its length; otherwise none (what sticks out of a gap is counted with the mark it overlaps).
 */
function difference(a: Section, b: Section): number {
  if (a.isMarked && b.isMarked) {
    const overlaps = a.start < b.end && b.start < a.end
    return overlaps ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0
  }
  if (a.isMarked && !b.isMarked && a.start >= b.start && a.end <= b.end) return (a.end - a.start) ** 2
  if (b.isMarked && !a.isMarked && b.start >= a.start && b.end <= a.end) return (b.end - b.start) ** 2
  return 0
}

function observedDisagreement(coders: readonly (readonly Section[])[], length: number): number {
  let sum = 0
  coders.forEach((one, index) => {
    for (const other of coders.slice(index + 1)) sum += pairDisagreement(one, other)
  })
  const pairs = coders.length * (coders.length - 1)
  return (2 * sum) / (pairs * length ** 2)
}

/** Both lists are sorted, so only neighbours can overlap. */
function pairDisagreement(one: readonly Section[], other: readonly Section[]): number {
  let [sum, from] = [0, 0]
  for (const section of one) {
    while (from < other.length && (other[from] as Section).end <= section.start) from += 1
    for (let at = from; at < other.length && (other[at] as Section).start < section.end; at += 1)
      sum += difference(section, other[at] as Section)
  }
  return sum
}

/** What would be expected if every coder's sections lay anywhere in the continuum. */
function expectedDisagreement(coders: readonly (readonly Section[])[], length: number): number {
  const all = coders.flat()
  const marked = all.filter(({ isMarked }) => isMarked).map(lengthOf)
  const gaps = all.filter(({ isMarked }) => !isMarked).map(lengthOf)
  const total = coders.length * length
  let numerator = 0
  for (const own of marked) {
    let share = ((marked.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own)
    for (const gap of gaps) if (gap >= own) share += own ** 2 * (gap - own + 1)
    numerator += share
  }
  const denominator = total * (total - 1) - marked.reduce((sum, own) => sum + own * (own - 1), 0)
  return denominator === 0 ? 0 : ((2 / length) * numerator) / denominator
}

const lengthOf = ({ start, end }: Unit) => end - start

/**
 * Krippendorff's alpha for unitizing, of one category: how well coders agree on where passages begin and end in a continuum of
 * `length`. 1 is full agreement, 0 chance. Null with fewer than two coders, or when nobody marked anything.
 * Source: Krippendorff, "On the Reliability of Unitizing Continuous Data" (1995); "Content Analysis", 2nd ed., 11.6.
 */
export function alphaUnitizing(coders: readonly Marks[], length: number): number | null {
  if (coders.length < 2 || length <= 0) return null
  const sections = coders.map((marks) => sectionsOf(marks, length))
  const expected = expectedDisagreement(sections, length)
  return expected === 0 ? null : 1 - observedDisagreement(sections, length) / expected
}
