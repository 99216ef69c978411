import { type ArticleAgreement, agreementOn, codersOf } from '@shared/agreement/article-agreement'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { blockOffsets, blocksToText } from '@shared/domain/block'
import { agreementCsv } from '@shared/formats/csv-agreement'
import { describeCategory } from '@shared/notebook/describe-category'
import { saveFile } from './save-file'
import type { WorkflowContext } from './workflow-context'

/** The agreement on every article that two or more people coded. */
export async function gatherAgreement({ notebook }: WorkflowContext): Promise<ArticleAgreement[]> {
  const { view } = notebook
  const found: ArticleAgreement[] = []
  for (const article of view.all('article')) {
    if (codersOf(view, article).length < 2) continue
    const blocks = await notebook.blocksOf(article.fields.currentVersion)
    const agreement = agreementOn(view, article.id, blockOffsets(blocks), blocksToText(blocks).length)
    if (agreement) found.push(agreement)
  }
  return found
}

/** Writes the agreement on all articles as a table where the user chooses; gives the file's name, or null when the user thought better of it. */
export async function exportAgreement(context: WorkflowContext): Promise<Result<string | null>> {
  const { view } = context.notebook
  const csv = agreementCsv(await gatherAgreement(context), {
    articleName: (id: Id) => view.find('article', id)?.fields.title || 'Untitled article',
    categoryName: (category) => describeCategory(view, category),
    coderName: (id: Id) => view.find('contributor', id)?.fields.name || 'Unnamed contributor',
  })
  return saveFile(context, 'Agreement.csv', new TextEncoder().encode(csv))
}
