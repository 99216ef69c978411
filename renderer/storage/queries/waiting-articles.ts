import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { settledIn } from '@shared/notebook/settled-suggestions'
import { useSyncExternalStore } from 'react'
import { type FoundMark, marksFoundIn, versionsLookedThrough } from '../found-suggestions'
import { useNotebookView } from './notebook-view'
import { type ReadableNotebook, useReadableNotebook } from './readable-notebook'

/** An article in which suggestions wait, with how many of each kind; doubtful ones are not counted. */
export interface WaitingArticle {
  readonly article: Article
  readonly quotes: number
  readonly claims: number
}

/** What the articles have in store. */
export interface WaitingArticles {
  readonly waiting: readonly WaitingArticle[]
  /** Articles whose present text was not looked through yet. */
  readonly unread: readonly Article[]
}

interface Counted {
  /** What the counts depend on; each stays the same object until it changes. */
  readonly basis: readonly unknown[]
  readonly counts: WaitingArticle
}

const counted = new WeakMap<readonly FoundMark[], Counted>()

function countIn(view: NotebookView, article: Article, marks: readonly FoundMark[]): WaitingArticle {
  const { id } = article
  const basis = [
    article,
    view.by('decisionsByArticle', id),
    view.by('quotesByArticle', id),
    view.by('annotationsByArticle', id),
  ]
  const earlier = counted.get(marks)
  if (earlier?.basis.every((part, index) => part === basis[index])) return earlier.counts
  const isSettled = settledIn(view, id, article.fields.currentVersion)
  const waiting = marks.filter((mark) => !mark.isDoubtful && !isSettled(mark))
  const quotes = waiting.filter(({ key }) => key.startsWith('quote:')).length
  const counts = { article, quotes, claims: waiting.length - quotes }
  counted.set(marks, { basis, counts })
  return counts
}

interface Kept {
  readonly revision: number
  readonly versions: readonly Id[]
  readonly found: WaitingArticles
}

const kept = new WeakMap<ReadableNotebook, Kept>()

/** Counts what waits in each article; work is done only for articles in which something changed. */
export function readWaitingArticles(notebook: ReadableNotebook): WaitingArticles {
  const { view, local } = notebook
  const versions = versionsLookedThrough(local)
  const earlier = kept.get(notebook)
  if (earlier?.revision === view.revision && earlier.versions === versions) return earlier.found
  const read = new Set(versions)
  const articles = view.all('article')
  const found: WaitingArticles = {
    waiting: articles
      .filter(({ fields }) => read.has(fields.currentVersion))
      .map((article) => countIn(view, article, marksFoundIn(local, article.fields.currentVersion)))
      .filter(({ quotes, claims }) => quotes + claims > 0),
    unread: articles.filter(({ fields }) => !read.has(fields.currentVersion)),
  }
  kept.set(notebook, { revision: view.revision, versions, found })
  return found
}

/** The articles in which suggestions wait, as they are now. */
export function useWaitingArticles(): WaitingArticles {
  const notebook = useReadableNotebook()
  useNotebookView()
  return useSyncExternalStore(
    (listener) => notebook.local.subscribe(listener),
    () => readWaitingArticles(notebook),
  )
}
