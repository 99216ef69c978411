import type { Id } from '../../base/ids'
import type { Digest } from './digest'

/** Folder of an article inside `data/`. */
export function articleFolder(articleId: Id): string {
  return `articles/${articleId}`
}

/** Id of the article whose folder this is, with a slash at its end; another text for other folders. */
export function articleIn(folder: string): Id {
  return folder.slice('articles/'.length, -1)
}

/** The plain text of a version, relative to `data/`; null when the bundle does not hold it. */
export function textPath(digest: Digest, versionId: Id): string | null {
  const version = digest.versions.get(versionId)
  if (!version?.hasText || version.isDeleted || !digest.articles.has(version.articleId)) return null
  const folder = articleFolder(version.articleId)
  const isShown = digest.articles.get(version.articleId)?.fields.currentVersion === versionId
  return isShown ? `${folder}/text.txt` : `${folder}/versions/${versionId}.txt`
}
