import { isMade } from '@renderer/storage/notebook'
import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { create, edit } from '@shared/changes/compose'
import type { ArticleFields } from '@shared/domain/article'
import { type Block, blocksToText } from '@shared/domain/block'
import type { VersionFields } from '@shared/domain/version'
import { isInDoubt } from '@shared/notebook/repairs'
import { planReanchoring } from './reanchor-annotations'
import type { WorkflowContext } from './workflow-context'

/** A new text of an article. */
export interface VersionWish {
  readonly blocks: readonly Block[]
  readonly reason: VersionFields['reason']
  readonly originalName?: string
  /** What it tells about the article besides. */
  readonly metadata?: Partial<ArticleFields>
}

/** What became of a new text of an article. */
export interface NewVersion {
  readonly versionId: Id
  /** Annotations that were looked for, and those whose place is in doubt now. */
  readonly passages: number
  readonly inDoubt: number
}

/**
 * Makes a new version of an article, shows it from now on, and finds all its annotations again there, in one step that
 * undo takes back. The old version stays. Null when the text is the same as before.
 */
export async function createVersion(
  { notebook }: WorkflowContext,
  articleId: Id,
  { blocks, reason, originalName, metadata = {} }: VersionWish,
): Promise<Result<NewVersion | null>> {
  const article = notebook.view.find('article', articleId)
  if (!article) return ok(null)
  const basedOn = article.fields.currentVersion
  const old = { versionId: basedOn, text: blocksToText(await notebook.blocksOf(basedOn)) }
  const fresh = { versionId: newId(), text: blocksToText(blocks) }
  const textHash = await hashText(fresh.text)
  const capturedTime = new Date().toISOString()
  const annotations = notebook.view.by('annotationsByArticle', articleId)
  const placements = await planReanchoring(annotations, old, fresh)
  const saved = await notebook.commit(reason === 'corrected' ? 'correct-text' : 'capture-version', [
    create('version', fresh.versionId, {
      articleId,
      blocks,
      textHash,
      capturedTime,
      reason,
      basedOn,
      originalName: originalName ?? null,
    }),
    edit('article', articleId, { ...metadata, currentVersion: fresh.versionId }),
    ...placements,
  ])
  if (!saved.ok && !isMade(saved)) return saved
  const inDoubt = annotations.filter(({ id }) =>
    isInDoubt(notebook.view.find('annotation', id)?.fields[`at:${fresh.versionId}`] ?? null),
  ).length
  return ok({ versionId: fresh.versionId, passages: annotations.length, inDoubt })
}
