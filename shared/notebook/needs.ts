import type { Id } from '../base/ids'
import type { AnyRecord } from '../domain/kinds'
import { tagsOf } from '../domain/member-fields'
import { referencesOf } from '../domain/note'

const some = (...ids: readonly (Id | null)[]): Id[] => ids.filter((id) => id !== null)

/** The ids that a record names and without which it can't be understood; the built-in kinds of link name nothing. */
export function needsOf(record: AnyRecord): readonly Id[] {
  switch (record.kind) {
    case 'article':
      return [record.fields.currentVersion, ...tagsOf(record)]
    case 'version':
      return [record.fields.articleId]
    case 'annotation': {
      const { articleId, target, claimId } = record.fields
      return [articleId, target.versionId, ...some(claimId), ...tagsOf(record)]
    }
    case 'quote': {
      const { articleId, annotationId, speakerId, reportedBy } = record.fields
      return [articleId, annotationId, ...some(speakerId), ...reportedBy]
    }
    case 'claim':
      return tagsOf(record)
    case 'entity':
      return [...some(record.fields.mergedInto), ...tagsOf(record)]
    case 'tag':
      return some(record.fields.parentId, record.fields.mergedInto)
    case 'link':
      return [record.fields.from, record.fields.to, record.fields.relation]
    case 'note':
      return [...referencesOf(record.fields.content), ...tagsOf(record)]
    case 'decision':
      return [record.fields.articleId]
    default:
      return []
  }
}

/** The article that a record belongs to, or null for what stands outside of articles. */
export function articleOf(record: AnyRecord): Id | null {
  if (record.kind === 'article') return record.id
  const { articleId } = record.fields as { readonly articleId?: Id }
  return articleId ?? null
}
