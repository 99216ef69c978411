import { useInHand } from '@renderer/navigation/in-hand'
import { IconButton } from '@renderer/ui/IconButton'
import { describeDate, describeTime } from '@renderer/ui/relative-time'
import type { Article } from '@shared/domain/article'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import styles from './Library.module.css'
import type { LibraryFilter, LibraryRow, SortKey } from './library-rows'

interface LibraryTableProps {
  readonly rows: readonly LibraryRow[]
  readonly filter: LibraryFilter
  readonly onSort: (key: SortKey) => void
  readonly onOpen: (article: Article) => void
  readonly onEdit: (article: Article) => void
  readonly onDelete: (article: Article) => void
}

const COLUMNS: readonly { key: SortKey; label: string }[] = [
  { key: 'title', label: 'Title' },
  { key: 'source', label: 'Source' },
  { key: 'published', label: 'Published' },
  { key: 'annotations', label: 'Marked' },
  { key: 'captured', label: 'Captured' },
  { key: 'lastRead', label: 'Read' },
]
const ROW_HEIGHT = 58

function Heading({
  column,
  filter,
  onSort,
}: {
  column: (typeof COLUMNS)[number]
  filter: LibraryFilter
  onSort: (key: SortKey) => void
}) {
  const isSorted = filter.sort === column.key
  const Arrow = filter.descending ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      className={styles.heading}
      aria-sort={isSorted ? (filter.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort(column.key)}>
        {column.label}
        {isSorted && <Arrow size={12} aria-hidden="true" />}
      </button>
    </div>
  )
}

function describeMarks({ annotations, quotes, claims }: LibraryRow): string {
  const parts = [
    quotes > 0 ? `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}` : '',
    claims > 0 ? `${claims} ${claims === 1 ? 'claim' : 'claims'}` : '',
  ].filter(Boolean)
  const marks = annotations === 0 ? '' : `${annotations} ${annotations === 1 ? 'passage' : 'passages'}`
  return [marks, ...parts].filter(Boolean).join(', ') || '–'
}

function Cells({ row }: { row: LibraryRow }) {
  const { fields } = row.article
  return (
    <>
      <div role="gridcell" className={styles.titleCell} lang={fields.lang ?? undefined} dir="auto">
        <span className={styles.title}>{fields.title || 'Untitled article'}</span>
        {(fields.byline || fields.authors.length > 0) && (
          <span className={styles.byline}>{fields.authors.join(', ') || fields.byline}</span>
        )}
      </div>
      <div role="gridcell">{fields.source ?? '–'}</div>
      <div role="gridcell">{fields.publishedTime ? describeDate(fields.publishedTime) : '–'}</div>
      <div role="gridcell">{describeMarks(row)}</div>
      <div role="gridcell">{describeTime(Date.parse(fields.capturedTime))}</div>
      <div role="gridcell">{row.lastRead === null ? 'Not yet' : describeTime(row.lastRead)}</div>
    </>
  )
}

/** The articles as rows: arrows move, Enter opens, E edits, Delete moves to the trash. */
export function LibraryTable({ rows, filter, onSort, onOpen, onEdit, onDelete }: LibraryTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const index = Math.min(current, rows.length - 1)
  useInHand(rows[index]?.article.id ?? null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    )
  }, [index, virtual])
  const moveTo = (next: number) => {
    moved.current = true
    setCurrent(Math.max(0, Math.min(rows.length - 1, next)))
  }
  const onKeyDown = (event: KeyboardEvent, article: Article) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(index + 1),
      ArrowUp: () => moveTo(index - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      Enter: () => onOpen(article),
      e: () => onEdit(article),
      F2: () => onEdit(article),
      Delete: () => onDelete(article),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="grid"
      aria-label="Articles"
      aria-rowcount={rows.length + 1}
    >
      <div role="row" aria-rowindex={1} className={styles.headings}>
        {COLUMNS.map((column) => (
          <Heading key={column.key} column={column} filter={filter} onSort={onSort} />
        ))}
        <div role="columnheader" className={styles.heading}>
          <span className="visually-hidden">Actions</span>
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <div
              key={row.article.id}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              tabIndex={item.index === index ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={() => onOpen(row.article)}
              onFocus={() => setCurrent(item.index)}
              onKeyDown={(event) => onKeyDown(event, row.article)}
            >
              <Cells row={row} />
              <div role="gridcell" className={styles.actions}>
                <IconButton
                  icon={Pencil}
                  label={`About “${row.article.fields.title}”`}
                  keys="E"
                  tabIndex={-1}
                  onClick={(event) => {
                    event.stopPropagation()
                    onEdit(row.article)
                  }}
                />
                <IconButton
                  icon={Trash2}
                  label={`Delete “${row.article.fields.title}”`}
                  keys="Del"
                  tabIndex={-1}
                  onClick={(event) => {
                    event.stopPropagation()
                    onDelete(row.article)
                  }}
                />
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
