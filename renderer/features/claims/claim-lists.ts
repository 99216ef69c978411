import type { Id } from '@shared/base/ids'
import type { Claim } from '@shared/domain/claim'
import { listClaims } from '@shared/graph/claim-ledger'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import type { NotebookView } from '@shared/notebook/notebook-view'

interface ClaimList {
  readonly label: string
  readonly claimsOf: (view: NotebookView) => readonly Claim[]
}

const listsOf = memoizeByRevision(listClaims)

const claimsFrom = (view: NotebookView, ids: readonly Id[]) =>
  ids.flatMap((id) => view.find('claim', id) ?? [])

/** The visible list of what the claims can be narrowed to. */
export const CLAIM_LISTS = {
  all: { label: 'All', claimsOf: (view) => view.all('claim') },
  withoutEvidence: {
    label: 'Without evidence',
    claimsOf: (view) => claimsFrom(view, listsOf(view).withoutEvidence),
  },
  onOneSource: { label: 'On one source', claimsOf: (view) => claimsFrom(view, listsOf(view).onOneSource) },
  openContradictions: {
    label: 'Contradictions left open',
    claimsOf: (view) => claimsFrom(view, listsOf(view).openContradictions),
  },
} as const satisfies Record<string, ClaimList>

export type ClaimListName = keyof typeof CLAIM_LISTS
