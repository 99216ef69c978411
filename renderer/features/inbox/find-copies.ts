import { type Duplicate, findDuplicates } from '@shared/bundle/duplicates'
import type { Article } from '@shared/domain/article'
import type { Version } from '@shared/domain/version'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import { findStragglers } from '@shared/notebook/join-articles'
import type { NotebookView } from '@shared/notebook/notebook-view'

/** Lists stay the same object until they change, and so do the pairs found in them. */
const found = new WeakMap<
  readonly Article[],
  { readonly versions: readonly Version[]; readonly pairs: readonly Duplicate[] }
>()

/** Articles of the notebook that may be copies of one, each pair once. */
export function findCopies(view: NotebookView): readonly Duplicate[] {
  const [articles, versions] = [view.all('article'), view.all('version')]
  const known = found.get(articles)
  if (known?.versions === versions) return known.pairs
  const pairs = findDuplicates(view, [...articles, ...versions])
  if (articles.length > 0) found.set(articles, { versions, pairs })
  return pairs
}

/** Joined copies on which something was made since. */
export const findLeftBehind = memoizeByRevision(findStragglers)
