import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { describeDate } from '@renderer/ui/relative-time'
import { SameQuote } from '@renderer/weighing/SameQuote'
import type { Entity } from '@shared/domain/entity'
import type { Quote } from '@shared/domain/quote'
import { describeRecord } from '@shared/notebook/describe'
import { findEntity } from '@shared/notebook/find-entity'
import { dateOfQuote, saidBy } from '@shared/notebook/people'
import { useState } from 'react'
import styles from './People.module.css'

function SaidRow({ quote }: { quote: Quote }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const article = view.find('article', quote.fields.articleId)
  const date = dateOfQuote(view, quote)
  const reporters = quote.fields.reportedBy.map((id) => findEntity(view, id)?.fields.name).filter(Boolean)
  const route = routeOf(view, quote.id)
  return (
    <li className={styles.said}>
      <span className={styles.date}>{date ? describeDate(date) : 'Undated'}</span>
      <button
        type="button"
        className={styles.words}
        dir="auto"
        lang={article?.fields.lang ?? undefined}
        onClick={() => route && open(route)}
      >
        {quote.fields.quoteKind === 'indirect'
          ? describeRecord(view, quote)
          : `“${describeRecord(view, quote)}”`}
      </button>
      <span className={styles.where}>
        {article?.fields.title ?? 'Article in the trash'}
        {reporters.length > 0 && `, reported by ${reporters.join(', ')}`}
      </span>
      <div className={styles.elsewhere}>
        <SameQuote quote={quote.id} />
      </div>
    </li>
  )
}

/** Everything somebody said, in order of time; one click leads to the passage. */
export function SaidList({ entity }: { entity: Entity }) {
  const view = useNotebookView()
  const quotes = saidBy(view, entity.id)
  const articles = [...new Set(quotes.map(({ fields }) => fields.articleId))]
  const [article, setArticle] = useState('')
  if (quotes.length === 0) return <p className={styles.about}>No quotes yet.</p>
  const shown = article ? quotes.filter(({ fields }) => fields.articleId === article) : quotes
  return (
    <section aria-label={`Said by ${entity.fields.name}`}>
      <header className={styles.saidHeader}>
        <h3>
          Said, {quotes.length} {quotes.length === 1 ? 'time' : 'times'}
        </h3>
        {articles.length > 1 && (
          <select
            aria-label="Show quotes from"
            className={styles.pick}
            value={article}
            onChange={(event) => setArticle(event.target.value)}
          >
            <option value="">All articles</option>
            {articles.map((id) => (
              <option key={id} value={id}>
                {view.find('article', id)?.fields.title ?? 'Article in the trash'}
              </option>
            ))}
          </select>
        )}
      </header>
      <ul>
        {shown.map((quote) => (
          <SaidRow key={quote.id} quote={quote} />
        ))}
      </ul>
    </section>
  )
}
