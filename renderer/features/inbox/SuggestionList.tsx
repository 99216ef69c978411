import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce, runTask } from '@renderer/navigation/tasks'
import { useWaitingArticles, type WaitingArticle } from '@renderer/storage/queries/waiting-articles'
import { Button } from '@renderer/ui/Button'
import { lookThroughArticles } from '@renderer/workflows/look-for-suggestions'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Article } from '@shared/domain/article'
import { useState } from 'react'
import styles from './Inbox.module.css'

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

function ArticleRow({ waiting: { article, quotes, claims } }: { waiting: WaitingArticle }) {
  const open = useNavigation((state) => state.open)
  const { id, fields } = article
  return (
    <li className={styles.card}>
      <div className={styles.cardHeader}>
        <button
          type="button"
          className={styles.link}
          dir="auto"
          onClick={() => open({ view: 'article', id, review: quotes > 0 ? 'quotes' : 'claims' })}
        >
          {fields.title || 'Untitled article'}
        </button>
        <span className={styles.faint}>
          {[
            fields.source,
            quotes > 0 && counted(quotes, 'quote', 'quotes'),
            claims > 0 && `${counted(claims, 'sentence', 'sentences')} worth checking`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  )
}

/** Offers to look through the articles that nobody has opened yet. */
function Unread({ articles }: { articles: readonly Article[] }) {
  const look = useWorkflow(lookThroughArticles)
  const [isLooking, setLooking] = useState(false)
  const start = async () => {
    setLooking(true)
    try {
      await runTask('Looking for quotes', (progress, signal) => look(articles, progress, signal))
    } catch {
      announce('Some articles could not be looked through. Try again.')
    } finally {
      setLooking(false)
    }
  }
  return (
    <p className={styles.unread}>
      {counted(articles.length, 'article has', 'articles have')} not been looked through yet.{' '}
      <Button size="small" disabled={isLooking} onClick={() => void start()}>
        Look for quotes in {articles.length === 1 ? 'it' : 'them'}
      </Button>
    </p>
  )
}

/** The articles in which suggestions wait; one click begins their review. */
export function SuggestionList() {
  const { waiting, unread } = useWaitingArticles()
  return (
    <>
      {unread.length > 0 && <Unread articles={unread} />}
      {waiting.length === 0 && <p className={styles.none}>No suggestions wait.</p>}
      <ul className={styles.cards} aria-label="Articles with suggestions">
        {waiting.map((one) => (
          <ArticleRow key={one.article.id} waiting={one} />
        ))}
      </ul>
    </>
  )
}
