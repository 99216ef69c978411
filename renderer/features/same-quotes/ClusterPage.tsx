import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { MeasuredPage } from '@renderer/ui/ListAndPage'
import { describeDate } from '@renderer/ui/relative-time'
import {
  type ClusterableQuote,
  compareWordings,
  type QuoteCluster,
  type QuoteDifference,
  type WordingDifference,
} from '@shared/quotes/cluster-quotes'
import { Fragment, useMemo } from 'react'
import styles from './SameQuotes.module.css'

const WORDINGS: Readonly<Record<WordingDifference, string>> = {
  none: 'Same words',
  cut: 'Cut',
  ellipsis: 'Words left out',
  altered: 'Words altered',
}

const PARTS = { same: 'span', removed: 'del', added: 'ins' } as const

/** The words of a variant against the earliest: what it leaves out is struck, what it puts in is underlined. */
function Words({ earliest, text }: { earliest: string; text: string }) {
  const parts = useMemo(() => compareWordings(earliest, text), [earliest, text])
  return parts.map(({ kind, text: words }, index) => {
    const key = `${index} ${kind}`
    const Part = PARTS[kind]
    return (
      <Fragment key={key}>
        {index > 0 && ' '}
        <Part>{words}</Part>
      </Fragment>
    )
  })
}

interface VariantProps {
  readonly quote: ClusterableQuote
  readonly earliest: ClusterableQuote
  /** How it stands to the earliest; undefined for the earliest itself. */
  readonly difference: QuoteDifference | undefined
}

function Variant({ quote, earliest, difference }: VariantProps) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const article = view.find('article', quote.articleId)
  const route = routeOf(view, quote.id)
  return (
    <li className={styles.variant}>
      <p className={styles.head}>
        <strong>{difference ? WORDINGS[difference.wording] : 'Earliest'}</strong>
        <span>{quote.date ? describeDate(quote.date) : 'Undated'}</span>
        <button type="button" className={styles.article} dir="auto" onClick={() => route && open(route)}>
          {article?.fields.title || 'Untitled article'}
        </button>
        {article?.fields.source && <span>{article.fields.source}</span>}
      </p>
      <blockquote className={styles.words} dir="auto" lang={article?.fields.lang ?? undefined}>
        {difference ? <Words earliest={earliest.text} text={quote.text} /> : quote.text}
      </blockquote>
      <p className={difference?.attribution ? styles.differs : styles.speaker}>
        {quote.speaker ?? 'Nobody is named'}
        {difference?.attribution && `, where the earliest names ${earliest.speaker}`}
      </p>
    </li>
  )
}

/** One quote in all the articles it stands in, in order of appearance. */
export function ClusterPage({ cluster: { members, earliest, differences } }: { cluster: QuoteCluster }) {
  const toEarliest = new Map(
    differences
      .filter(({ first }) => first === earliest.id)
      .map((difference) => [difference.second, difference]),
  )
  return (
    <MeasuredPage>
      <h2 className={styles.title} dir="auto">
        {earliest.text}
      </h2>
      <ol aria-label="Variants, the earliest first">
        {members.map((quote) => (
          <Variant key={quote.id} quote={quote} earliest={earliest} difference={toEarliest.get(quote.id)} />
        ))}
      </ol>
    </MeasuredPage>
  )
}
