import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Select, TextInput } from '@renderer/ui/Field'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { SEARCHED_KINDS, type SearchedKind } from '@shared/search/search-documents'
import { useEffect, useMemo, useRef, useState } from 'react'
import { KeptSearches } from './KeptSearches'
import styles from './Search.module.css'
import { SearchResults } from './SearchResults'
import { type Searching, useSearch } from './use-search'

const PLURALS: Readonly<Record<SearchedKind, string>> = {
  article: 'Articles',
  annotation: 'Comments',
  quote: 'Quotes',
  claim: 'Claims',
  entity: 'People',
  note: 'Notes',
}

function describeAnswer({ answer, reading }: Searching): string {
  if (reading) return `Reading ${reading.done.toLocaleString()} of ${reading.total.toLocaleString()} …`
  if (!answer) return ''
  const { results, total } = answer
  const found = `${total.toLocaleString()} found`
  return results.length < total ? `${found}, the best ${results.length} are shown` : found
}

function useFound(searching: Searching, kind: SearchedKind | null) {
  const view = useNotebookView()
  return useMemo(
    () =>
      (searching.answer?.results ?? []).flatMap((result) => {
        const record = view.get(result.id)
        return record && (kind === null || record.kind === kind) ? [{ result, record }] : []
      }),
    [searching.answer, view, kind],
  )
}

/** Searches the texts of articles and everything that was written about them. */
export function SearchView({ route }: { readonly route: Extract<Route, { view: 'search' }> }) {
  const open = useNavigation((state) => state.open)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState(route.words ?? '')
  const [kind, setKind] = useState<SearchedKind | null>(null)
  const searching = useSearch(words)
  const found = useFound(searching, kind)
  useEffect(() => {
    if (route.words !== undefined) setWords(route.words)
  }, [route.words])
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const { answer } = searching
  return (
    <ViewFrame
      title="Search"
      note={<span role="status">{describeAnswer(searching)}</span>}
      tools={
        <Select
          aria-label="What to look for"
          value={kind ?? ''}
          onChange={(event) => setKind((event.target.value || null) as SearchedKind | null)}
        >
          <option value="">Everything</option>
          {SEARCHED_KINDS.map((each) => (
            <option key={each} value={each}>
              {PLURALS[each]}
            </option>
          ))}
        </Select>
      }
      measured
    >
      <div ref={list} className={styles.search}>
        <TextInput
          ref={input}
          type="search"
          aria-label="Words to look for"
          placeholder="Words, “phrases”, begin*, -without"
          className={styles.query}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            list.current?.querySelector<HTMLElement>('ol button')?.focus()
          }}
        />
        <KeptSearches words={words} onApply={setWords} />
        {answer && answer.respelled.length > 0 && (
          <p className={styles.hint}>
            {answer.respelled.map((word) => `“${word}”`).join(', ')} does not occur; similar words are shown.
          </p>
        )}
        {answer === null ? (
          <EmptyState title="Search the notebook">
            The texts of all articles, quotes, claims, comments, people and notes, without a network.
          </EmptyState>
        ) : found.length === 0 && searching.answered === words ? (
          <EmptyState title="Nothing was found">
            Try fewer words, or the beginning of one with a star: harbo*.
          </EmptyState>
        ) : (
          <SearchResults results={found} onOpen={open} onLeave={() => input.current?.focus()} />
        )}
      </div>
    </ViewFrame>
  )
}
