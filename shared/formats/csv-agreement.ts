import type { ArticleAgreement } from '@shared/agreement/article-agreement'
import { csvRow } from './csv'

const COLUMNS = [
  'article',
  'category',
  'people',
  'blocks',
  'blocks marked by each',
  'kappa',
  'alpha nominal',
  'alpha unitizing',
  'passages that differ',
]

/** Names for what an agreement gives by id. */
export interface AgreementNames {
  readonly articleName: (id: string) => string
  readonly categoryName: (category: string) => string
  readonly coderName: (id: string) => string
}

const number = (value: number | null) => (value === null ? '' : value.toFixed(6))

/** Agreement as a table: a line for each category of each article. */
export function agreementCsv(
  agreements: readonly ArticleAgreement[],
  { articleName, categoryName, coderName }: AgreementNames,
): string {
  const lines = agreements.flatMap(({ articleId, coders, units, categories }) =>
    categories.map(({ category, marked, kappa, alpha, unitizing, differing }) =>
      csvRow([
        articleName(articleId),
        categoryName(category),
        coders.map(coderName).join('; '),
        String(units),
        marked.join('; '),
        number(kappa),
        number(alpha),
        number(unitizing),
        String(differing.length),
      ]),
    ),
  )
  return csvRow(COLUMNS) + lines.join('')
}
