import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import { type Placement, placementIn } from '@shared/domain/annotation'
import { isInDoubt } from '@shared/notebook/repairs'
import { placeAt } from './reanchor-annotations'
import type { WorkflowContext } from './workflow-context'

type Span = readonly [start: number, end: number]

function settle(
  { notebook }: WorkflowContext,
  intent: string,
  id: Id,
  versionId: Id,
  placement: Placement,
): Promise<Result<Transaction | null>> {
  return notebook.commit(intent, [edit('annotation', id, placeAt(versionId, placement))])
}

/** A passage of several stretches keeps the places of those that were not in doubt, in the order of the text. */
function withSureSpans({ notebook }: WorkflowContext, id: Id, versionId: Id, span: Span): readonly Span[] {
  const annotation = notebook.view.find('annotation', id)
  const placement = annotation ? placementIn(annotation, versionId) : null
  const sure = isInDoubt(placement) ? placement.spans : []
  const apart = sure.filter(([start, end]) => end <= span[0] || start >= span[1])
  return [...apart, span].sort((one, other) => one[0] - other[0])
}

/** Says where a passage stands in a version: a person's word, which no later search overrides. */
export function placePassage(
  context: WorkflowContext,
  id: Id,
  versionId: Id,
  span: Span,
): Promise<Result<Transaction | null>> {
  return settle(context, 'place-passage', id, versionId, {
    verdict: 'edited',
    score: 1,
    spans: withSureSpans(context, id, versionId, span),
    settled: true,
  })
}

/** Says that a passage is not in a version any more. The annotation stays, with the version it was made on. */
export function letPassageGo(
  context: WorkflowContext,
  id: Id,
  versionId: Id,
): Promise<Result<Transaction | null>> {
  return settle(context, 'let-passage-go', id, versionId, {
    verdict: 'lost',
    score: 1,
    spans: [],
    settled: true,
  })
}
