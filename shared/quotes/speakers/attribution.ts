import type { Mention } from '../people/mention'
import type { Target } from './target'

/** Why a speaker was chosen; each becomes one sentence for the reader. */
export type Ground = 'verb' | 'according' | 'carried' | 'before' | 'after' | 'nearby' | 'none'

/** A quotation or reported words with the mention that names the speaker. */
export interface Attribution {
  target: Target
  mention: Mention | null
  /** First and last token of the cue. */
  cue: [first: number, last: number] | null
  ground: Ground
  /** Chance that this is reported speech and not a title or term. */
  speech: number
  /** Chance that the speaker is right, given that it is speech. */
  speakerChance: number
  /** Chance that both are right. */
  confidence: number
}
