import type { Placement } from '@shared/anchoring/reanchor'
import type { Placement as Settled, Verdict } from '@shared/domain/annotation'

/** From the surest to the least sure. */
const DOUBT: readonly Verdict[] = ['exact', 'moved', 'edited', 'ambiguous', 'lost']

/**
 * One placement of an annotation from those of its passages: as sure as the least sure of them. While any passage is
 * in doubt none is shown; the places of the sure ones are kept, and the candidates are those of the first in doubt.
 */
export function mergePlacements(parts: readonly Placement[]): Settled {
  const verdict = DOUBT[Math.max(0, ...parts.map((part) => DOUBT.indexOf(part.verdict)))] ?? 'lost'
  const score = Math.min(1, ...parts.map((part) => part.score))
  const doubtful = parts.find(({ start }) => start < 0)
  const spans = parts.filter(({ start }) => start >= 0).map(({ start, end }) => [start, end] as const)
  if (!doubtful) return { verdict, score, spans }
  const candidates = doubtful.candidates.map(({ start, end, score: chance }) => [start, end, chance] as const)
  return { verdict, score, spans, ...(candidates.length > 0 ? { candidates } : {}) }
}
