import type { Route } from '@renderer/navigation/route'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { type ReadableNotebook, useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { blockOffsets } from '@shared/domain/block'
import type { AnyRecord } from '@shared/domain/kinds'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { SearchResult } from '@shared/search/search-index'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import styles from './Search.module.css'

/** The excerpt with its hits marked. */
function Marked({ text, hits }: Pick<SearchResult, 'text' | 'hits'>) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const [start, end] of hits) {
    if (start < at) continue
    pieces.push(<Fragment key={at}>{text.slice(at, start)}</Fragment>)
    pieces.push(<mark key={`${start} hit`}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}

/** A record's name, with the hits marked where they are in the name itself. */
function Name({ title, result }: { readonly title: string; readonly result: SearchResult }) {
  if (result.part >= 0 || result.text !== title) return title
  return <Marked text={title} hits={result.hits} />
}

/** Where a result leads: into an article, to the very words. */
async function placeOf(
  notebook: ReadableNotebook,
  record: AnyRecord,
  { part, offset, hits }: SearchResult,
): Promise<Route | null> {
  const [hit] = hits
  if (record.kind !== 'article' || part < 0 || !hit) return routeOf(notebook.view, record.id)
  const blocks = await notebook.blocksOf(record.fields.currentVersion)
  const start = (blockOffsets(blocks)[part] ?? 0) + offset
  return { view: 'article', id: record.id, at: [start + hit[0], start + hit[1]] }
}

function whereFrom(view: NotebookView, record: AnyRecord): string {
  if (record.kind === 'article') return record.fields.source ?? record.fields.byline ?? ''
  if (record.kind === 'quote' || record.kind === 'annotation')
    return view.find('article', record.fields.articleId)?.fields.title ?? ''
  return ''
}

/** Arrow keys go through the results; above the first is the query. */
function walk(event: KeyboardEvent<HTMLOListElement>, leave: () => void): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons.indexOf(event.target as HTMLButtonElement) + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  if (next < 0) leave()
  else buttons[next]?.focus()
}

interface SearchResultsProps {
  readonly results: readonly { readonly result: SearchResult; readonly record: AnyRecord }[]
  readonly onOpen: (route: Route) => void
  readonly onLeave: () => void
}

/** What was found, best first, each with the words that made it a result. */
export function SearchResults({ results, onOpen, onLeave }: SearchResultsProps) {
  const view = useNotebookView()
  const notebook = useReadableNotebook()
  const open = async (record: AnyRecord, result: SearchResult) => {
    const route = await placeOf(notebook, record, result)
    if (route) onOpen(route)
  }
  return (
    <ol className={styles.results} aria-label="Results" onKeyDown={(event) => walk(event, onLeave)}>
      {results.map(({ result, record }) => (
        <li key={record.id}>
          <button type="button" className={styles.result} onClick={() => void open(record, result)}>
            <span className={styles.about}>
              <span>{describeKind(record)}</span>
              <span className={styles.from}>{whereFrom(view, record)}</span>
              <span className={styles.count}>
                {result.count === 1 ? 'once' : `${result.count.toLocaleString()} times`}
              </span>
            </span>
            {record.kind !== 'quote' && (
              <span className={styles.name} dir="auto">
                <Name title={describeRecord(view, record)} result={result} />
              </span>
            )}
            {result.part >= 0 && (
              <span className={styles.excerpt} dir="auto">
                <Marked text={result.text} hits={result.hits} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  )
}
