import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { tagsOf } from '@shared/domain/member-fields'
import { foldForSearch } from '@shared/notebook/find-records'
import type { NotebookView } from '@shared/notebook/notebook-view'

/** An article as the library lists it. */
export interface LibraryRow {
  readonly article: Article
  readonly annotations: number
  readonly quotes: number
  readonly claims: number
  /** Milliseconds since 1970, or null when it was never read on this machine. */
  readonly lastRead: number | null
}

export const SORT_KEYS = ['title', 'source', 'published', 'captured', 'lastRead', 'annotations'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface LibraryFilter {
  readonly words: string
  readonly tag: Id | null
  readonly sort: SortKey
  readonly descending: boolean
}

function claimsOf(view: NotebookView, article: Article): number {
  const claims = new Set<Id>()
  for (const { fields } of view.by('annotationsByArticle', article.id))
    if (fields.claimId) claims.add(fields.claimId)
  return claims.size
}

function sortValue(
  { article: { fields }, annotations, lastRead }: LibraryRow,
  key: SortKey,
): string | number {
  switch (key) {
    case 'title':
      return foldForSearch(fields.title)
    case 'source':
      return foldForSearch(fields.source ?? '')
    case 'published':
      return fields.publishedTime ?? ''
    case 'captured':
      return fields.capturedTime
    case 'lastRead':
      return lastRead ?? 0
    case 'annotations':
      return annotations
  }
}

function isWanted({ fields }: Article, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = foldForSearch([fields.title, fields.source ?? '', fields.byline ?? ''].join(' '))
  return words.every((word) => text.includes(word))
}

/** The articles that pass the filter, in its order. */
export function listArticles(
  view: NotebookView,
  filter: LibraryFilter,
  lastReadOf: (id: Id) => number | null,
): LibraryRow[] {
  const words = foldForSearch(filter.words).split(/\s+/).filter(Boolean)
  const { tag } = filter
  const rows = view
    .all('article')
    .filter((article) => isWanted(article, words) && (tag === null || tagsOf(article).includes(tag)))
    .map((article) => ({
      article,
      annotations: view.by('annotationsByArticle', article.id).length,
      quotes: view.by('quotesByArticle', article.id).length,
      claims: claimsOf(view, article),
      lastRead: lastReadOf(article.id),
    }))
  const direction = filter.descending ? -1 : 1
  return rows.sort((a, b) => {
    const [left, right] = [sortValue(a, filter.sort), sortValue(b, filter.sort)]
    return left === right ? (a.article.id < b.article.id ? -1 : 1) : (left < right ? -1 : 1) * direction
  })
}
