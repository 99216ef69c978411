import { spansOf } from '@renderer/anchoring/highlight-painter'
import type { PassageIndex } from '@renderer/anchoring/passage-index'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useAll, useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Id } from '@shared/base/ids'
import { useLayoutEffect, useMemo } from 'react'
import type { PassageTask } from './reader-context'
import { gatherPassages, type PassageFilter, type ShownPassages, spansIn } from './shown-passages'
import { useAfterPaint } from './use-after-paint'

interface Passages {
  /** All that are to be shown; it follows a change by one frame. */
  readonly passages: ShownPassages
  /** What is to be painted now: all, or just after a change those near the window. */
  readonly painted: PassageIndex
}

/**
 * The passages to show, gathered anew only when annotations, or what their look depends on, change. What is near the
 * window comes at once, the rest a frame later, so that a change is seen as soon among ten thousand as among ten.
 */
export function usePassages(
  page: ReadingPage | null,
  articleId: Id,
  versionId: Id,
  filter: PassageFilter,
): Passages {
  const { view } = useReadableNotebook()
  const annotations = useIndex('annotationsByArticle', articleId)
  const quotes = useIndex('quotesByArticle', articleId)
  const claims = useAll('claim')
  // biome-ignore lint/correctness/useExhaustiveDependencies: quotes and claims are read through the view.
  const wanted = useMemo(() => ({ annotations, filter }), [annotations, quotes, claims, filter])
  const settled = useAfterPaint(wanted)
  const passages = useMemo(
    () => gatherPassages(view, settled.annotations, versionId, settled.filter),
    [view, settled, versionId],
  )
  const near = useMemo(() => {
    if (!page || wanted === settled) return null
    const { window, surface } = page
    const span = [surface.starts[window.first] ?? 0, surface.ends[window.last] ?? 0] as const
    return gatherPassages(view, wanted.annotations, versionId, wanted.filter, span).index
  }, [view, page, wanted, settled, versionId])
  return { passages, painted: near ?? passages.index }
}

/** Paints the passages, the active one, and the passage a form is open at, before the frame is shown. */
export function usePaintedPassages(
  page: ReadingPage | null,
  { passages, painted }: Passages,
  active: Id | null,
  task: PassageTask | null,
  versionId: Id,
): void {
  useLayoutEffect(() => page?.painter.setPassages(painted), [page, painted])
  const annotation = passages.annotations[passages.placeOf(active)]
  useLayoutEffect(() => {
    page?.painter.mark('active', spansOf(annotation ? spansIn(annotation, versionId) : []))
  }, [page, annotation, versionId])
  useLayoutEffect(() => page?.painter.mark('kept', spansOf(task?.spans ?? [])), [page, task])
}
