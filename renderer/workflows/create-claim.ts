import { type Id, newId } from '@shared/base/ids'
import { create, type Edit, edit } from '@shared/changes/compose'
import type { Annotation } from '@shared/domain/annotation'
import type { Certainty, ClaimFields, ClaimStatus } from '@shared/domain/claim'
import { type Created, planAnnotation, type SelectedPassage } from './create-annotation'
import type { WorkflowContext } from './workflow-context'

/** What the claim form holds. */
export interface ClaimWish {
  /** An existing claim that the passage also makes; the other fields are then left alone. */
  readonly claimId: Id | null
  readonly text: string
  readonly status: ClaimStatus
  readonly certainty: Certainty | null
}

function plan(wish: ClaimWish): { readonly id: Id; readonly edits: readonly Edit[] } {
  if (wish.claimId) return { id: wish.claimId, edits: [] }
  const id = newId()
  const { text, status, certainty } = wish
  return { id, edits: [create('claim', id, { text: text.trim(), status, certainty, comment: '' })] }
}

/** Keeps a passage as one that makes a claim, new or known; gives the annotation's id. */
export function createClaim(
  { notebook }: WorkflowContext,
  passage: SelectedPassage,
  wish: ClaimWish,
): Created {
  const claim = plan(wish)
  const id = newId()
  const annotation = planAnnotation(id, passage, {
    motivation: 'claiming',
    color: 'indigo',
    claimId: claim.id,
  })
  return { id, saved: notebook.commit('create-claim', [...claim.edits, annotation]) }
}

/** Says of a passage that is marked already which claim it makes. A quote stays a quote. */
export function claimAnnotation(
  { notebook }: WorkflowContext,
  annotation: Annotation,
  wish: ClaimWish,
): Created {
  const claim = plan(wish)
  const { motivation } = annotation.fields
  const marked = edit('annotation', annotation.id, {
    claimId: claim.id,
    ...(motivation === 'quoting' ? {} : { motivation: 'claiming' as const }),
  })
  return { id: annotation.id, saved: notebook.commit('create-claim', [...claim.edits, marked]) }
}

/** Changes a claim's wording, status, certainty or comment. */
export function editClaim({ notebook }: WorkflowContext, id: Id, fields: Partial<ClaimFields>): Created {
  return { id, saved: notebook.commit('edit-claim', [edit('claim', id, fields)]) }
}
