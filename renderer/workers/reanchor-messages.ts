import type { Placement, SelectedPassage } from '@shared/anchoring/reanchor'

export interface ReanchorRequest {
  readonly oldText: string
  readonly newText: string
  readonly passages: readonly SelectedPassage[]
}

/** In the order of the passages. */
export type ReanchorAnswer = readonly Placement[]
