import type { Id } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import { placementIn } from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import { memberField } from '@shared/domain/member-fields'
import { type ArticleJoin, orderJoin, planJoin } from '@shared/notebook/join-articles'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { planReanchoring, type VersionText } from './reanchor-annotations'
import type { WorkflowContext } from './workflow-context'

/** The text of a version, wherever it is. */
export type ReadText = (versionId: Id) => Promise<string>

/** Which of two copies stays, when their texts can be read. */
export async function chooseKept(
  view: NotebookView,
  one: Id,
  other: Id,
  readText: ReadText,
): Promise<ArticleJoin> {
  const texts = new Map<Id, string>()
  for (const id of [one, other]) {
    const article = view.find('article', id)
    texts.set(id, article ? await readText(article.fields.currentVersion) : '')
  }
  return orderJoin(one, other, (id) => texts.get(id) !== '')
}

/**
 * The wishes that make one article of two copies: both texts as its versions, and the copy's passages found again in the version that is
 * shown, each with a verdict; those in doubt wait in the repair inbox.
 */
export async function planArticleJoin(
  view: NotebookView,
  join: ArticleJoin,
  readText: ReadText,
): Promise<Edit[]> {
  const edits = planJoin(view, join)
  const kept = view.get(join.kept)
  if (kept?.kind !== 'article') return edits
  const to = await textOf(kept.fields.currentVersion, readText)
  const moved = view
    .by('annotationsByArticle', join.other)
    .filter((annotation) => placementIn(annotation, to.versionId) === null)
  for (const versionId of new Set(moved.map(({ fields }) => fields.target.versionId))) {
    const group = moved.filter(({ fields }) => fields.target.versionId === versionId)
    edits.push(...(await planReanchoring(group, await textOf(versionId, readText), to)))
  }
  return edits
}

async function textOf(versionId: Id, readText: ReadText): Promise<VersionText> {
  return { versionId, text: await readText(versionId) }
}

/** The wishes that say that two articles are not one, so that it is never proposed again. */
export function planArticlesApart(one: Id, other: Id): Edit[] {
  return [
    edit('article', one, { [memberField('apart', other)]: true }),
    edit('article', other, { [memberField('apart', one)]: true }),
  ]
}

/** Makes one article with two versions of two copies that are in the notebook. */
export async function joinArticles(
  { notebook }: WorkflowContext,
  one: Id,
  other: Id,
): Promise<Result<Transaction | null>> {
  const { view } = notebook
  const readText: ReadText = async (versionId) => blocksToText(await notebook.blocksOf(versionId))
  const join = await chooseKept(view, one, other, readText)
  return notebook.commit('join-copies', await planArticleJoin(view, join, readText))
}

/** Brings what was made on an article's joined copies over to it. */
export async function bringStragglersOver(
  { notebook }: WorkflowContext,
  joins: readonly ArticleJoin[],
): Promise<Result<Transaction | null>> {
  const readText: ReadText = async (versionId) => blocksToText(await notebook.blocksOf(versionId))
  const edits: Edit[] = []
  for (const join of joins) edits.push(...(await planArticleJoin(notebook.view, join, readText)))
  return edits.length > 0 ? notebook.commit('join-copies', edits) : ok(null)
}

/** Keeps two articles apart for good. */
export function keepArticlesApart(
  { notebook }: WorkflowContext,
  one: Id,
  other: Id,
): Promise<Result<Transaction | null>> {
  return notebook.commit('keep-apart', planArticlesApart(one, other))
}
