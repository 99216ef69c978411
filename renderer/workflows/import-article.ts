import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { create, type Edit } from '@shared/changes/compose'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from '@shared/intake/article-draft'
import type { WorkflowContext } from './workflow-context'

/** What became of one captured article. */
export interface ImportedArticle {
  readonly id: Id
  readonly title: string
  /** False when the very same text was there already; nothing was added then. */
  readonly isNew: boolean
}

/** The article that already has this text as one of its versions. */
function findTwin({ notebook }: WorkflowContext, textHash: string): Id | null {
  const twin = notebook.view.all('version').find(({ fields }) => fields.textHash === textHash)
  return twin && notebook.view.find('article', twin.fields.articleId) ? twin.fields.articleId : null
}

function recordsOf(draft: ArticleDraft, articleId: Id, textHash: string): Edit[] {
  const versionId = newId()
  const capturedTime = new Date().toISOString()
  const { title, authors, byline, source, url, doi, publishedTime, lang, dir, excerpt } = draft
  return [
    create('article', articleId, {
      title,
      authors,
      byline,
      source,
      url,
      doi,
      publishedTime,
      capturedTime,
      lang,
      dir,
      excerpt,
      currentVersion: versionId,
      origin: null,
    }),
    create('version', versionId, {
      articleId,
      blocks: draft.blocks,
      textHash,
      capturedTime,
      reason: 'captured',
      basedOn: null,
      originalName: draft.originalName,
    }),
  ]
}

/** Keeps a captured article: its metadata and its first version. The same text is never kept twice. */
export async function importArticle(
  context: WorkflowContext,
  draft: ArticleDraft,
): Promise<Result<ImportedArticle>> {
  const textHash = await hashText(blocksToText(draft.blocks))
  const twin = findTwin(context, textHash)
  if (twin) return ok({ id: twin, title: draft.title, isNew: false })
  const id = newId()
  const saved = await context.notebook.commit('capture-article', recordsOf(draft, id, textHash))
  return saved.ok ? ok({ id, title: draft.title, isNew: true }) : saved
}
