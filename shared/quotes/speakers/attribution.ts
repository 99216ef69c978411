import type { Mention } from '../people/mention'
import type { QuotedSpan } from '../reading/quotation-marks'

/** Why a speaker was chosen; each becomes one sentence for the reader. */
export type Ground = 'verb' | 'according' | 'carried' | 'before' | 'after' | 'nearby' | 'none'

/** A quotation with the mention that names its speaker. */
export interface Attribution {
  quoted: QuotedSpan
  /** Index among the reading's quotations. */
  index: number
  mention: Mention | null
  /** Token of the cue, or -1. */
  cue: number
  ground: Ground
  /** Chance that this is reported speech and not a title or term. */
  speech: number
  /** Chance that the speaker is right. */
  certainty: number
}
