import type { Id } from '../base/ids'
import type { Kind, RecordByKind } from '../domain/kinds'
import { tagsOf } from '../domain/member-fields'
import { referencesOf } from '../domain/note'

/** Finds the records of one kind that name another record. */
export interface IndexRule<K extends Kind> {
  readonly kind: K
  readonly keys: (record: RecordByKind[K]) => readonly Id[]
}

function rule<K extends Kind>(kind: K, keys: IndexRule<K>['keys']): IndexRule<K> {
  return { kind, keys }
}

const some = (id: Id | null): readonly Id[] => (id === null ? [] : [id])

/** The visible list of what the notebook can be asked for by id. A new question joins by one line. */
export const INDEXES = {
  versionsByArticle: rule('version', ({ fields }) => [fields.articleId]),
  annotationsByArticle: rule('annotation', ({ fields }) => [fields.articleId]),
  annotationsByClaim: rule('annotation', ({ fields }) => some(fields.claimId)),
  annotationsByTag: rule('annotation', tagsOf),
  articlesByTag: rule('article', tagsOf),
  claimsByTag: rule('claim', tagsOf),
  quotesByArticle: rule('quote', ({ fields }) => [fields.articleId]),
  quotesByAnnotation: rule('quote', ({ fields }) => [fields.annotationId]),
  quotesBySpeaker: rule('quote', ({ fields }) => some(fields.speakerId)),
  quotesByReporter: rule('quote', ({ fields }) => fields.reportedBy),
  linksByEnd: rule('link', ({ fields }) =>
    fields.from === fields.to ? [fields.from] : [fields.from, fields.to],
  ),
  notesByReference: rule('note', ({ fields }) => referencesOf(fields.content)),
  entitiesByMerge: rule('entity', ({ fields }) => some(fields.mergedInto)),
  tagsByParent: rule('tag', ({ fields }) => some(fields.parentId)),
  decisionsByArticle: rule('decision', ({ fields }) => [fields.articleId]),
} as const

export type IndexName = keyof typeof INDEXES
export type IndexedKind<N extends IndexName> = (typeof INDEXES)[N]['kind']
