import type { PassageFit } from './passage-fit'

/** What became of a passage in a new text. */
export type Verdict = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'lost'

/** A verdict that comes with a place. */
export type Placed = 'exact' | 'moved' | 'edited'

/** Bits of agreeing words, in the passage and around it, below which a place is not believed. */
const leastEvidence = 36

/** How much speaks for a fit, 0 to 1: the likeness of the words, carried by the amount of evidence. */
function supportOf(fit: PassageFit): number {
  const evidence = 1 - 2 ** (-(fit.weight + fit.context) / 24)
  const around = most(fit) * 0.6 + least(fit) * 0.4
  if (fit.isReplaced) return around * 0.6 * evidence
  return Math.min(1, evidence * (fit.inside + (1 - fit.inside) * around * 0.5))
}

const slope = 12.3
const offset = -4.8

/**
 * How likely the place of a passage that was placed is the right one (logistic in its support, coefficients from
 * generated edits; the bench prints how well they hold).
 */
export function scorePlaced(fit: PassageFit): number {
  return 1 / (1 + Math.exp(-(offset + slope * supportOf(fit))))
}

/** How likely one of several doubtful places is the right one: even the best of them often is not. */
export function scoreCandidate(fit: PassageFit, all: readonly PassageFit[]): number {
  const total = all.reduce((sum, other) => sum + strengthOf(other), 0)
  return total > 0 ? (0.5 * supportOf(fit) * strengthOf(fit)) / total : 0
}

/** The verdict on where the alignment of the whole texts has put a passage of so many tokens; undefined if in doubt. */
export function judgeAligned(fit: PassageFit, length: number): Placed | undefined {
  if (fit.weight + fit.context < leastEvidence) return undefined
  if (fit.isReplaced) return least(fit) >= 0.6 ? 'edited' : undefined
  // A passage whose parts have gone to different places has no one place.
  if (fit.share < 0.6) return undefined
  if (fit.isSame) {
    if (fit.weight < leastEvidence && most(fit) < 0.3) return undefined
    return fit.part === 0 ? 'exact' : 'moved'
  }
  return isEditedHere(fit, length) ? 'edited' : undefined
}

const least = (fit: PassageFit): number => Math.min(fit.left, fit.right)
const most = (fit: PassageFit): number => Math.max(fit.left, fit.right)

const fewTokens = 6
const longPassage = 60

function isEditedHere(fit: PassageFit, length: number): boolean {
  if (fit.inside >= 0.8) return true
  if (fit.inside >= 0.6 && least(fit) >= 0.3) return true
  if (fit.inside >= 0.7 && most(fit) >= 0.3) return true
  if (isCutOrExtended(fit)) return true
  const longer = (fit.newTo - fit.newFrom) / length
  const isAsLong = longer > 0.6 && longer < 1.6
  if (length > fewTokens) return isAsLong && fit.inside >= 0.42 && least(fit) >= 0.45
  if (most(fit) < 0.6) return false
  if (fit.inside >= 0.6 || (isAsLong && least(fit) >= 0.5)) return true
  return (fit.inside >= 0.4 && least(fit) >= 0.3) || (fit.inside >= 0.35 && least(fit) >= 0.6)
}

/** Whether words were only taken out or only put in, so that what is the same lies in one piece among its neighbours. */
function isCutOrExtended(fit: PassageFit): boolean {
  const [more, less] = [Math.max(fit.kept, fit.known), Math.min(fit.kept, fit.known)]
  if (more < 0.9 || less < 0.35) return false
  return least(fit) >= 0.6 || (most(fit) >= 0.6 && fit.weight >= longPassage)
}

/** What has to be known of a place that a search has found. */
export interface FoundPlace {
  readonly fit: PassageFit
  /** Strength of the next best place over that of this one. */
  readonly rival: number
  /** Other words of the old text are known to have gone there. */
  readonly isTaken: boolean
  /** The words around the old passage have gone somewhere else, so a place with the same surroundings is a copy. */
  readonly isOrphan: boolean
}

/** What a fit has to show for itself against other fits of the same passage. */
export const strengthOf = (fit: PassageFit): number => (fit.weight + fit.context) * (0.5 + fit.inside / 2)

const largestRival = 0.65

/** The verdict on the best place that a search over the whole new text has found; undefined if in doubt. */
export function judgeFound({ fit, rival, isTaken, isOrphan }: FoundPlace): Placed | undefined {
  if (isTaken || rival > largestRival || fit.weight + fit.context < leastEvidence) return undefined
  if (isOrphan) return fit.isSame && fit.weight >= longPassage && most(fit) < 0.3 ? 'moved' : undefined
  if (fit.isSame && (fit.weight >= longPassage || most(fit) >= 0.4)) return 'moved'
  return fit.inside >= 0.7 && (fit.weight >= longPassage || most(fit) >= 0.5) ? 'edited' : undefined
}

/** Whether a place is worth showing to a reader who looks for a passage that was not placed. */
export const isWorthShowing = (fit: PassageFit): boolean =>
  fit.inside >= 0.5 || (fit.inside >= 0.25 && Math.max(fit.left, fit.right) >= 0.5)

/** Whether a candidate is near enough to call its passage ambiguous rather than lost. */
export const isNear = (fit: PassageFit): boolean =>
  fit.inside >= 0.75 && (fit.weight >= 24 || Math.max(fit.left, fit.right) >= 0.3)
