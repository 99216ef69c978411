import { reanchorInWorker } from '@renderer/workers/reanchor-in-worker'
import type { Placement as Found, SelectedPassage } from '@shared/anchoring/reanchor'
import { describePassage, type Selector } from '@shared/anchoring/selector'
import type { Id } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import {
  type Annotation,
  type AnnotationFields,
  isPlaced,
  type Placement,
  placementIn,
} from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import { findUnplaced } from '@shared/notebook/repairs'
import { mergePlacements } from './merge-placements'
import type { WorkflowContext } from './workflow-context'

/** One version of an article and its canonical text. */
export interface VersionText {
  readonly versionId: Id
  readonly text: string
}

/** The field that notes a placement in a version. */
export function placeAt(versionId: Id, placement: Placement): Partial<AnnotationFields> {
  const fields: { [field: `at:${string}`]: Placement } = {}
  fields[`at:${versionId}`] = placement
  return fields
}

/** The passages of an annotation as they stand in a version, or as they were first marked where they have no place there. */
function selectorsIn(annotation: Annotation, { versionId, text }: VersionText): readonly Selector[] {
  const { target } = annotation.fields
  const placement = placementIn(annotation, versionId)
  if (target.versionId === versionId || !isPlaced(placement)) return target.passages
  return placement.spans.map(([start, end]) => describePassage(text, start, end))
}

/** Finds the annotations of one version again in another and gives the edits that note where each stands now, or that it is in doubt. */
export async function planReanchoring(
  annotations: readonly Annotation[],
  from: VersionText,
  to: VersionText,
): Promise<Edit[]> {
  const passages: SelectedPassage[] = annotations.flatMap((annotation) =>
    selectorsIn(annotation, from).map((selector) => ({ id: annotation.id, selector })),
  )
  const found = await reanchorInWorker({ oldText: from.text, newText: to.text, passages })
  const byAnnotation = new Map<Id, Found[]>()
  for (const one of found) byAnnotation.set(one.id, [...(byAnnotation.get(one.id) ?? []), one])
  return [...byAnnotation].map(([id, parts]) =>
    edit('annotation', id, placeAt(to.versionId, mergePlacements(parts))),
  )
}

async function textOf({ notebook }: WorkflowContext, versionId: Id): Promise<VersionText> {
  return { versionId, text: blocksToText(await notebook.blocksOf(versionId)) }
}

/** Looks for passages that came with another version of the article, as by a merge, in the one that is shown. */
export async function reanchorUnplaced(
  context: WorkflowContext,
  articleId: Id,
): Promise<Result<Transaction | null>> {
  const article = context.notebook.view.find('article', articleId)
  const unplaced = article ? findUnplaced(context.notebook.view, article) : []
  if (!article || unplaced.length === 0) return ok(null)
  const to = await textOf(context, article.fields.currentVersion)
  const edits: Edit[] = []
  for (const versionId of new Set(unplaced.map(({ fields }) => fields.target.versionId))) {
    const group = unplaced.filter(({ fields }) => fields.target.versionId === versionId)
    edits.push(...(await planReanchoring(group, await textOf(context, versionId), to)))
  }
  return context.notebook.commit('find-passages-again', edits)
}
