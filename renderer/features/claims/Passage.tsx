import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { describeDate } from '@renderer/ui/relative-time'
import type { Id } from '@shared/base/ids'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findEntity } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { ReactNode } from 'react'
import styles from './Claims.module.css'

/** Where a record comes from, in words: speaker, article, source, date. */
function describeOrigin(view: NotebookView, id: Id): string {
  const record = view.get(id)
  if (!record || !('articleId' in record.fields)) return record ? describeKind(record) : ''
  const article = view.find('article', record.fields.articleId)
  const quote =
    record.kind === 'quote'
      ? record
      : record.kind === 'annotation'
        ? view.by('quotesByAnnotation', record.id)[0]
        : undefined
  const speaker = quote?.fields.speakerId ? findEntity(view, quote.fields.speakerId)?.fields.name : undefined
  const date = article?.fields.publishedTime
  return [speaker, article?.fields.title, article?.fields.source, date ? describeDate(date) : undefined]
    .filter(Boolean)
    .join(' · ')
}

/** A record shown by its words and origin; one click leads to it. */
export function Passage({ id, children }: { id: Id; children?: ReactNode }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const record = view.get(id)
  const route = routeOf(view, id)
  if (!record) return null
  return (
    <div className={styles.passage}>
      <button type="button" className={styles.words} dir="auto" onClick={() => route && open(route)}>
        {describeRecord(view, record)}
      </button>
      <span className={styles.origin}>{describeOrigin(view, id)}</span>
      {children}
    </div>
  )
}
