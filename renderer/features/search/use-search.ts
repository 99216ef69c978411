import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { searchOf } from '@renderer/workers/notebook-search'
import type { SearchAnswer } from '@shared/search/search-index'
import { useEffect, useState } from 'react'

/** A pause in typing after which the search begins, in milliseconds. */
const PAUSE = 80
const MOST_RESULTS = 200

export interface Searching {
  readonly answer: SearchAnswer | null
  /** The query that `answer` answers. */
  readonly answered: string
  /** How much of the notebook was read, while it is being read; null otherwise. */
  readonly reading: { readonly done: number; readonly total: number } | null
}

/** Searches the notebook's texts as the query is typed, and anew when the notebook changes. */
export function useSearch(query: string): Searching {
  const notebook = useReadableNotebook()
  const { revision } = useNotebookView()
  const [found, setFound] = useState<Pick<Searching, 'answer' | 'answered'>>({ answer: null, answered: '' })
  const [reading, setReading] = useState<Searching['reading']>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the notebook searches again.
  useEffect(() => {
    if (query.trim() === '') return setFound({ answer: null, answered: '' })
    let isWanted = true
    const begin = () =>
      searchOf(notebook)
        .search(query, MOST_RESULTS, (done, total) => {
          if (isWanted) setReading(done < total ? { done, total } : null)
        })
        .then((answer) => {
          if (isWanted) setFound({ answer, answered: query })
        })
    const timer = setTimeout(begin, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [notebook, query, revision])
  return { ...found, reading }
}
