import { eachPassageIn } from '@renderer/anchoring/passage-index'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { memo, useMemo } from 'react'
import { useReader } from '../reader-context'
import { kindOf } from '../shown-passages'
import { useAfterPaint } from '../use-after-paint'
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

/** Marks at the left edge of the text: a bar beside quotes, a dot beside comments, a struck bar beside refuted claims. */
export const GutterMarks = memo(function GutterMarks() {
  const { article, page, passages: latest } = useReader()
  const passages = useAfterPaint(latest)
  const { view } = useReadableNotebook()
  const state = useAfterPaint(useWindowOf(page))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state stands for the page's window and layout.
  const marks = useMemo(() => {
    const found = new Map<string, GutterMark>()
    const { first, last } = page.window
    const from = page.surface.starts[first] ?? 0
    const to = page.surface.ends[last] ?? 0
    eachPassageIn(passages.index, from, to, (place) => {
      const annotation = passages.annotations[passages.index.owners[place] as number]
      if (!annotation || found.size >= MOST_MARKS || found.has(annotation.id)) return
      const kind = kindOf(annotation)
      const { claimId, color, comment } = annotation.fields
      const isRefuted = claimId !== null && view.find('claim', claimId)?.fields.status === 'refuted'
      if (kind !== 'quote' && !comment && !isRefuted) return
      const start = Math.max(from, passages.index.starts[place] as number)
      const end = Math.min(to, passages.index.ends[place] as number)
      const { top, bottom } = page.extentOf(start, end)
      const mark = kind === 'quote' ? 'quote' : isRefuted ? 'refuted' : 'comment'
      found.set(annotation.id, { key: annotation.id, kind: mark, hue: color, top, height: bottom - top })
    })
    return [...found.values()]
  }, [page, passages, state, view])
  return (
    <div aria-hidden="true" dir={article.fields.dir ?? 'auto'}>
      {marks.map(({ key, kind, hue, top, height }) => (
        <span key={key} className={styles.gutter} data-kind={kind} data-hue={hue} style={{ top, height }} />
      ))}
    </div>
  )
})
