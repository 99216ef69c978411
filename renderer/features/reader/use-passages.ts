import { spansOf } from '@renderer/anchoring/highlight-painter'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useAll, useIndex, useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { useLayoutEffect, useMemo } from 'react'
import type { PassageTask } from './reader-context'
import { gatherPassages, type PassageFilter, type ShownPassages, spansIn } from './shown-passages'

/** The passages to show; gathered anew only when annotations, or what their look depends on, change. */
export function usePassages(articleId: Id, versionId: Id, filter: PassageFilter): ShownPassages {
  const view = useNotebookView()
  const annotations = useIndex('annotationsByArticle', articleId)
  const quotes = useIndex('quotesByArticle', articleId)
  const claims = useAll('claim')
  // biome-ignore lint/correctness/useExhaustiveDependencies: quotes and claims are read through the view.
  return useMemo(
    () => gatherPassages(view, annotations, versionId, filter),
    [view, annotations, quotes, claims, versionId, filter],
  )
}

/** Paints the passages, the active one, and the passage a form is open at, before the frame is shown. */
export function usePaintedPassages(
  page: ReadingPage | null,
  passages: ShownPassages,
  active: Id | null,
  task: PassageTask | null,
  versionId: Id,
): void {
  useLayoutEffect(() => page?.painter.setPassages(passages.index), [page, passages])
  const annotation = passages.annotations[passages.placeOf.get(active ?? '') ?? -1]
  useLayoutEffect(() => {
    page?.painter.mark('active', spansOf(annotation ? spansIn(annotation, versionId) : []))
  }, [page, annotation, versionId])
  useLayoutEffect(() => page?.painter.mark('kept', spansOf(task?.spans ?? [])), [page, task])
}
