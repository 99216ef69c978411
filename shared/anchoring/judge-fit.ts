import type { PassageFit } from './passage-fit'

/** What became of a passage in a new text. */
export type Verdict = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'lost'

/** Bits of agreeing words, in the passage and around it, below which a place is not believed. */
const leastEvidence = 36

const clamp = (value: number): number => Math.max(0, Math.min(1, value))

/** How likely a fit is the right place, 0 to 1: see `npm run bench -- anchor` for how well this holds. */
export function scoreFit(fit: PassageFit): number {
  const evidence = 1 - 2 ** (-(fit.weight + fit.context) / 24)
  const around = Math.max(fit.left, fit.right) * 0.6 + Math.min(fit.left, fit.right) * 0.4
  if (fit.isReplaced) return clamp(around * 0.6 * evidence)
  const own = fit.inside + (1 - fit.inside) * around * 0.5
  return clamp(evidence * own)
}

/** The verdict on where the alignment of the whole texts has put a passage; undefined where that is in doubt. */
export function judgeAligned(fit: PassageFit): 'exact' | 'moved' | 'edited' | undefined {
  const evidence = fit.weight + fit.context
  if (evidence < leastEvidence) return undefined
  if (fit.isReplaced) return Math.min(fit.left, fit.right) >= 0.6 ? 'edited' : undefined
  if (fit.isSame) {
    if (fit.weight < leastEvidence && Math.max(fit.left, fit.right) < 0.3) return undefined
    return fit.part === 0 ? 'exact' : 'moved'
  }
  if (fit.inside >= 0.6) return 'edited'
  if (fit.inside >= 0.45 && Math.max(fit.left, fit.right) >= 0.5) return 'edited'
  return fit.inside >= 0.25 && Math.min(fit.left, fit.right) >= 0.5 ? 'edited' : undefined
}

/** Bits by which a place found by search has to lead the next best one. */
const leastLead = 14

/** What a fit has to show for itself against other fits of the same passage. */
export const strengthOf = (fit: PassageFit): number => (fit.weight + fit.context) * (0.5 + fit.inside / 2)

/**
 * The verdict on the best place that a search has found. `leads` says by how many bits it is ahead of the next,
 * `isTaken` that another passage of the old text is known to be there.
 */
export function judgeFound(
  fit: PassageFit,
  lead: number,
  isTaken: boolean,
): 'exact' | 'moved' | 'edited' | undefined {
  if (isTaken || lead < leastLead || fit.weight + fit.context < leastEvidence) return undefined
  const around = Math.max(fit.left, fit.right)
  if (fit.isSame && (fit.weight >= 60 || around >= 0.4)) return 'moved'
  return fit.inside >= 0.7 && (fit.weight >= 60 || around >= 0.5) ? 'edited' : undefined
}

/** Whether a place is worth showing to a reader who looks for a passage that was not placed. */
export const isWorthShowing = (fit: PassageFit): boolean =>
  fit.inside >= 0.5 || (fit.inside >= 0.25 && Math.max(fit.left, fit.right) >= 0.5)

/** Whether a candidate is near enough to call its passage ambiguous rather than lost. */
export const isNear = (fit: PassageFit): boolean =>
  fit.inside >= 0.75 && (fit.weight >= 24 || Math.max(fit.left, fit.right) >= 0.3)
