import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { reanchorUnplaced } from '@renderer/workflows/reanchor-annotations'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Article } from '@shared/domain/article'
import { findUnplaced } from '@shared/notebook/repairs'
import { useEffect, useRef } from 'react'
import { useReadingAfterPaint } from '../use-after-paint'

/** Looks for passages that came with another version of the article, as from a colleague, once they are there. */
export function useUnplaced(article: Article): void {
  const { view } = useReadableNotebook()
  const annotations = useReadingAfterPaint((all) => all.by('annotationsByArticle', article.id))
  const reanchor = useWorkflow(reanchorUnplaced)
  const isLooking = useRef(false)
  useEffect(() => {
    if (isLooking.current || annotations.length === 0 || findUnplaced(view, article).length === 0) return
    isLooking.current = true
    void reanchor(article.id).finally(() => {
      isLooking.current = false
    })
  }, [view, article, annotations, reanchor])
}
