import type { Claim } from '@shared/domain/claim'
import type { NotebookView } from '@shared/notebook/notebook-view'

interface ClaimList {
  readonly label: string
  readonly claimsOf: (view: NotebookView) => readonly Claim[]
}

/** The visible list of what the claims can be narrowed to. */
export const CLAIM_LISTS = {
  all: { label: 'All', claimsOf: (view) => view.all('claim') },
} as const satisfies Record<string, ClaimList>

export type ClaimListName = keyof typeof CLAIM_LISTS
