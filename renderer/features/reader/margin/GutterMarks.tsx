import { eachPassageIn } from '@renderer/anchoring/passage-index'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Annotation } from '@shared/domain/annotation'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { memo, useCallback } from 'react'
import { useReader } from '../reader-context'
import { kindOf } from '../shown-passages'
import { useGathered } from '../use-gathered'
import { useWindowOf } from '../use-reading-page'
import styles from './Margin.module.css'

interface GutterMark {
  readonly key: string
  readonly kind: 'quote' | 'comment' | 'refuted'
  readonly hue: string
  readonly top: number
  readonly height: number
}

/** More marks beside one window of text than can be told apart. */
const MOST_MARKS = 300

/** What the mark beside a passage says; null where none is needed. */
function markOf(view: NotebookView, annotation: Annotation): GutterMark['kind'] | null {
  if (kindOf(annotation) === 'quote') return 'quote'
  const { claimId, comment } = annotation.fields
  if (claimId !== null && view.find('claim', claimId)?.fields.status === 'refuted') return 'refuted'
  return comment ? 'comment' : null
}

function useMarks(): readonly GutterMark[] {
  const { page, passages } = useReader()
  const { view } = useReadableNotebook()
  const state = useWindowOf(page)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state stands for the page's window and layout.
  const measure = useCallback(
    function* (): Generator<GutterMark> {
      const { first, last } = page.window
      const from = page.surface.starts[first] ?? 0
      const to = page.surface.ends[last] ?? 0
      const places = new Map<Annotation, number>()
      eachPassageIn(passages.index, from, to, (place) => {
        const annotation = passages.annotations[passages.index.owners[place] as number]
        if (annotation && !places.has(annotation)) places.set(annotation, place)
      })
      let left = MOST_MARKS
      for (const [annotation, place] of places) {
        const kind = markOf(view, annotation)
        if (kind === null) continue
        if (left === 0) return
        left -= 1
        const start = Math.max(from, passages.index.starts[place] as number)
        const end = Math.min(to, passages.index.ends[place] as number)
        const { top, bottom } = page.extentOf(start, end)
        yield { key: annotation.id, kind, hue: annotation.fields.color, top, height: bottom - top }
      }
    },
    [page, passages, state, view],
  )
  return useGathered(measure)
}

/** Marks at the left edge of the text: a bar beside quotes, a dot beside comments, a struck bar beside refuted claims. */
export const GutterMarks = memo(function GutterMarks() {
  const { article } = useReader()
  const marks = useMarks()
  return (
    <div aria-hidden="true" dir={article.fields.dir ?? 'auto'}>
      {marks.map(({ key, kind, hue, top, height }) => (
        <span key={key} className={styles.gutter} data-kind={kind} data-hue={hue} style={{ top, height }} />
      ))}
    </div>
  )
})
