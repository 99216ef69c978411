import { spansOf } from '@renderer/anchoring/highlight-painter'
import type { PassageIndex } from '@renderer/anchoring/passage-index'
import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { useAll, useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Id } from '@shared/base/ids'
import type { Annotation } from '@shared/domain/annotation'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { startTransition, useLayoutEffect } from 'react'
import type { PassageTask } from './reader-context'
import { gatherPassages, type PassageFilter, type ShownPassages, spansIn } from './shown-passages'
import { afterPaint } from './use-after-paint'

/**
 * Gathers what touches a stretch of the text, and keeps it for the stretches within: what is near the window is found
 * as soon among ten thousand annotations as among ten. `whole` gives what is known of a text that is near as a whole.
 */
function gatherNear(
  page: ReadingPage,
  gather: (near: readonly [start: number, end: number]) => ShownPassages,
): {
  readonly indexOf: (start: number, end: number) => PassageIndex
  readonly whole: () => ShownPassages | null
} {
  let known: { readonly from: number; readonly to: number; readonly passages: ShownPassages } | null = null
  const { surface } = page
  return {
    indexOf(start, end) {
      if (!known || start < known.from || end > known.to) {
        const from = Math.min(start, surface.starts[page.window.first] ?? 0)
        const to = Math.max(end, surface.ends[page.window.last] ?? 0)
        known = { from, to, passages: gather([from, to]) }
      }
      return known.passages.index
    },
    whole: () => (known?.from === 0 && known.to === surface.text.length ? known.passages : null),
  }
}

/** Paints what is near the window; what it returns gives all passages, at once where all are near. */
export function paintNear(
  page: ReadingPage,
  view: NotebookView,
  annotations: readonly Annotation[],
  versionId: Id,
  filter: PassageFilter,
): () => ShownPassages {
  const gather = (near?: readonly [start: number, end: number]) =>
    gatherPassages(view, annotations, versionId, filter, near)
  const { indexOf, whole } = gatherNear(page, gather)
  page.painter.setPassages(indexOf)
  return () => whole() ?? gather()
}

interface PassagePaintProps {
  readonly page: ReadingPage
  readonly articleId: Id
  readonly versionId: Id
  readonly filter: PassageFilter
  /** Takes all passages that are to be shown, one frame after a change. */
  readonly show: (passages: ShownPassages) => void
}

/**
 * Paints the passages, anew when annotations, or what their look depends on, change: those near the window before the
 * next frame, while all are gathered, and everything else about them is rendered, after it.
 */
export function PassagePaint({ page, articleId, versionId, filter, show }: PassagePaintProps) {
  const { view } = useReadableNotebook()
  const annotations = useIndex('annotationsByArticle', articleId)
  const quotes = useIndex('quotesByArticle', articleId)
  const claims = useAll('claim')
  // biome-ignore lint/correctness/useExhaustiveDependencies: quotes and claims are read through the view.
  useLayoutEffect(() => {
    const gatherAll = paintNear(page, view, annotations, versionId, filter)
    return afterPaint(() => {
      const all = gatherAll()
      page.painter.settlePassages(all.index)
      startTransition(() => show(all))
    })
  }, [page, view, annotations, quotes, claims, versionId, filter, show])
  return null
}

/** Marks the active passage, and the one that a form is open at, before the frame is shown. */
export function useSpecialMarks(
  page: ReadingPage | null,
  { annotations, placeOf }: ShownPassages,
  active: Id | null,
  task: PassageTask | null,
  versionId: Id,
): void {
  const annotation = annotations[placeOf(active)]
  useLayoutEffect(() => {
    page?.painter.mark('active', spansOf(annotation ? spansIn(annotation, versionId) : []))
  }, [page, annotation, versionId])
  useLayoutEffect(() => page?.painter.mark('kept', spansOf(task?.spans ?? [])), [page, task])
}
