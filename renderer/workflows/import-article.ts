import { isMade } from '@renderer/storage/notebook'
import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { create, type Edit } from '@shared/changes/compose'
import type { Article, ArticleFields } from '@shared/domain/article'
import { blocksToText } from '@shared/domain/block'
import type { ArticleDraft } from '@shared/intake/article-draft'
import { createVersion, type NewVersion } from './create-version'
import { findEarlierCapture } from './find-earlier-capture'
import type { WorkflowContext } from './workflow-context'

/** What became of one captured article. */
export interface ImportedArticle {
  readonly id: Id
  readonly title: string
  /** False when the article was there already. */
  readonly isNew: boolean
  /** What was added to an article that was there: null when it had the very same text, so that nothing was. */
  readonly version: NewVersion | null
}

/** The article that already has this text as one of its versions. */
function findTwin({ notebook }: WorkflowContext, textHash: string): Id | null {
  const { view } = notebook
  const twin = view
    .all('version')
    .find(({ fields }) => fields.textHash === textHash && view.find('article', fields.articleId))
  return twin?.fields.articleId ?? null
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

const OPTIONAL = ['byline', 'source', 'url', 'doi', 'publishedTime', 'lang', 'dir', 'excerpt'] as const

/** What a new capture tells that was not known; what was known stays, for somebody may have written it. */
function missingMetadata({ fields }: Article, draft: ArticleDraft): Partial<ArticleFields> {
  const missing = OPTIONAL.filter((field) => fields[field] === null && draft[field] !== null)
  return {
    ...(Object.fromEntries(missing.map((field) => [field, draft[field]])) as Partial<
      Pick<ArticleFields, (typeof OPTIONAL)[number]>
    >),
    ...(fields.authors.length === 0 ? { authors: draft.authors } : {}),
  }
}

/** Adds a text to an article as its new version. */
async function captureAgain(
  context: WorkflowContext,
  article: Article,
  draft: ArticleDraft,
): Promise<Result<ImportedArticle>> {
  const { blocks, originalName } = draft
  const metadata = missingMetadata(article, draft)
  const made = await createVersion(context, article.id, {
    blocks,
    reason: 'recaptured',
    originalName,
    metadata,
  })
  return made.ok
    ? ok({ id: article.id, title: article.fields.title, isNew: false, version: made.value })
    : made
}

/**
 * Keeps a captured article: its metadata and its first version, or a new version of the article of which it is another
 * capture. The same text is never kept twice.
 */
export async function importArticle(
  context: WorkflowContext,
  draft: ArticleDraft,
): Promise<Result<ImportedArticle>> {
  const textHash = await hashText(blocksToText(draft.blocks))
  const twin = findTwin(context, textHash)
  if (twin) return ok({ id: twin, title: draft.title, isNew: false, version: null })
  const earlier = await findEarlierCapture(context, draft)
  if (earlier) return captureAgain(context, earlier, draft)
  const id = newId()
  const saved = await context.notebook.commit('capture-article', recordsOf(draft, id, textHash))
  if (!saved.ok && !isMade(saved)) return saved
  return ok({ id, title: draft.title, isNew: true, version: null })
}
