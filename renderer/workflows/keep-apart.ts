import { isMade } from '@renderer/storage/notebook'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { create, edit } from '@shared/changes/compose'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { WorkflowContext } from './workflow-context'

/** Whether a version can become an article of its own: it was captured after another, and nothing was marked in it. */
export function canKeepApart(view: NotebookView, versionId: Id): boolean {
  const version = view.find('version', versionId)
  if (version?.fields.reason !== 'recaptured' || version.fields.basedOn === null) return false
  return !view
    .by('annotationsByArticle', version.fields.articleId)
    .some(({ fields }) => fields.target.versionId === versionId)
}

/**
 * Makes a version that was taken for another capture of an article an article of its own; the other one shows the text
 * it had before. Gives the new article's id, or null when that can't be.
 */
export async function keepApart({ notebook }: WorkflowContext, versionId: Id): Promise<Result<Id | null>> {
  const { view } = notebook
  const version = view.find('version', versionId)
  const article = view.find('article', version?.fields.articleId ?? '')
  if (!version || !article || !canKeepApart(view, versionId)) return ok(null)
  const id = newId()
  const { title, authors, byline, source, url, doi, publishedTime, lang, dir, excerpt } = article.fields
  const own = { title, authors, byline, source, url, doi, publishedTime, lang, dir, excerpt }
  const { capturedTime, basedOn } = version.fields
  const saved = await notebook.commit('keep-as-own-article', [
    create('article', id, { ...own, capturedTime, currentVersion: versionId, origin: null }),
    edit('version', versionId, { articleId: id, reason: 'captured', basedOn: null }),
    ...(article.fields.currentVersion === versionId && basedOn !== null
      ? [edit('article', article.id, { currentVersion: basedOn })]
      : []),
  ])
  return saved.ok || isMade(saved) ? ok(id) : saved
}
