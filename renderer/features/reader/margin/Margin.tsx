import { useIndex } from '@renderer/storage/queries/notebook-view'
import type { Annotation } from '@shared/domain/annotation'
import { memo } from 'react'
import { useReader } from '../reader-context'
import styles from './Margin.module.css'
import { MarginCard } from './MarginCard'
import { MarginLine } from './MarginLine'
import { type MarginRow, useRows } from './use-rows'

function GroupRow({ row }: { row: MarginRow }) {
  const { activate } = useReader()
  const count = row.annotations.length
  return (
    <button
      type="button"
      className={`${styles.line} ${styles.group}`}
      style={{ top: row.top, height: row.height }}
      onClick={() => activate((row.annotations[0] as Annotation).id)}
    >
      {count} more passages here
    </button>
  )
}

function Hint({ isFiltered }: { isFiltered: boolean }) {
  const { article } = useReader()
  const annotations = useIndex('annotationsByArticle', article.id)
  if (isFiltered && annotations.length > 0)
    return <p className={styles.hint}>No passage is of this kind. Choose another, or show all.</p>
  return (
    <p className={styles.hint}>
      Select a passage and press <kbd>H</kbd> to highlight it, <kbd>Q</kbd> to keep it as a quote,{' '}
      <kbd>C</kbd> as a claim, <kbd>M</kbd> to comment. Without a mouse: <kbd>F7</kbd> puts a caret in the
      text.
    </p>
  )
}

/** The article's annotations beside their passages. */
export const Margin = memo(function Margin({ isFiltered }: { isFiltered: boolean }) {
  const { passages, active, activate } = useReader()
  const { rows, measure } = useRows()
  return (
    <aside className={styles.margin} aria-label="Margin" data-pane-part>
      {passages.annotations.length === 0 && <Hint isFiltered={isFiltered} />}
      {rows.map((row) => {
        const [annotation] = row.annotations as [Annotation]
        if (row.annotations.length > 1) return <GroupRow key={`group ${annotation.id}`} row={row} />
        return row.isWhole ? (
          <MarginCard
            key={annotation.id}
            annotation={annotation}
            top={row.top}
            isActive={annotation.id === active}
            measure={measure}
            activate={activate}
          />
        ) : (
          <MarginLine
            key={annotation.id}
            annotation={annotation}
            top={row.top}
            height={row.height}
            activate={activate}
          />
        )
      })}
    </aside>
  )
})
