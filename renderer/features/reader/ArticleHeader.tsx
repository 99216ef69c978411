import { useAll } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { WithoutSource } from '@renderer/weighing/WithoutSource'
import type { Article } from '@shared/domain/article'
import { tagsOf } from '@shared/domain/member-fields'
import { claimsResting } from '@shared/graph/withdrawal'
import { memo, useMemo } from 'react'
import { describeDay } from './describe-day'
import styles from './Reader.module.css'
import { useReadingAfterPaint } from './use-after-paint'

interface ArticleHeaderProps {
  readonly article: Article
  readonly titleId: string
}

/** Which claims rest on the article, where some do. */
function Resting({ article }: { article: Article }) {
  const { view } = useReadableNotebook()
  const links = useReadingAfterPaint((all) => all.all('link'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the links are read through the view.
  const claims = useMemo(() => claimsResting(view, article.id).length, [view, links, article.id])
  if (claims === 0) return null
  return (
    <div className={styles.resting}>
      <span>
        Evidence for or against {claims} {claims === 1 ? 'claim' : 'claims'}
      </span>
      <WithoutSource sources={[{ source: article.id, label: 'this article' }]} about="this article" />
    </div>
  )
}

/** Title, byline, source and dates, above the text. */
export const ArticleHeader = memo(function ArticleHeader({ article, titleId }: ArticleHeaderProps) {
  const { view } = useReadableNotebook()
  useAll('tag')
  const { title, byline, authors, source, url, publishedTime, capturedTime, lang, dir } = article.fields
  const writers = byline || authors.join(', ')
  const tags = tagsOf(article).flatMap((id) => view.find('tag', id)?.fields.label ?? [])
  return (
    <header className={styles.header}>
      <h1 id={titleId} className={styles.title} lang={lang ?? undefined} dir={dir ?? 'auto'}>
        {title || 'Untitled article'}
      </h1>
      {writers && <p className={styles.byline}>{writers}</p>}
      <p className={styles.origin}>
        {source &&
          (url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {source}
            </a>
          ) : (
            <span>{source}</span>
          ))}
        {publishedTime && <time dateTime={publishedTime}>{describeDay(publishedTime)}</time>}
        <span>
          captured <time dateTime={capturedTime}>{describeDay(capturedTime)}</time>
        </span>
        {tags.map((label) => (
          <span key={label} className={styles.tag}>
            {label}
          </span>
        ))}
      </p>
      <Resting article={article} />
    </header>
  )
})
