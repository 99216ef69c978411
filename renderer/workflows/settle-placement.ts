import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { Placement } from '@shared/domain/annotation'
import { placeAt } from './reanchor-annotations'
import type { WorkflowContext } from './workflow-context'

type Spans = readonly (readonly [start: number, end: number])[]

function settle(
  { notebook }: WorkflowContext,
  intent: string,
  id: Id,
  versionId: Id,
  placement: Placement,
): Promise<Result<Transaction | null>> {
  return notebook.commit(intent, [edit('annotation', id, placeAt(versionId, placement))])
}

/** Says where a passage stands in a version: a person's word, which no later search overrides. */
export function placePassage(
  context: WorkflowContext,
  id: Id,
  versionId: Id,
  spans: Spans,
): Promise<Result<Transaction | null>> {
  return settle(context, 'place-passage', id, versionId, {
    verdict: 'edited',
    score: 1,
    spans,
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
