import type { Id } from '@shared/base/ids'
import type { QuoteCluster } from '@shared/quotes/cluster-quotes'

/** How far one quote has spread: the other articles it stands in, and whether they name different speakers. */
export function describeSpread(
  { members, differences }: QuoteCluster,
  quote: Id,
): { readonly others: number; readonly differs: boolean } {
  const own = members.find(({ id }) => id === quote)?.articleId
  const articles = new Set(members.map(({ articleId }) => articleId))
  articles.delete(own ?? '')
  return { others: articles.size, differs: differences.some(({ attribution }) => attribution) }
}
