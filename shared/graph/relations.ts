import type { Id } from '../base/ids'
import { BUILT_IN_RELATIONS, isBuiltInRelation, type RelationNames } from '../domain/relation'
import type { NotebookView } from '../notebook/notebook-view'

/** Relations that nobody draws: they follow from the records' own fields. */
export const IMPLIED_RELATIONS = {
  makes: { label: 'makes', inverse: 'is made in', symmetric: false },
  reportedBy: { label: 'reported by', inverse: 'reported', symmetric: false },
  refersTo: { label: 'refers to', inverse: 'is referred to in', symmetric: false },
  taggedWith: { label: 'tagged', inverse: 'is the tag of', symmetric: false },
} as const satisfies { readonly [key: string]: RelationNames }

export type ImpliedRelation = keyof typeof IMPLIED_RELATIONS

const LINKED: RelationNames = { label: 'linked to', inverse: 'linked from', symmetric: false }

/** How a relation reads from both ends; one whose type was deleted reads as a plain link. */
export function relationNames(view: NotebookView, relation: string): RelationNames {
  if (isBuiltInRelation(relation)) return BUILT_IN_RELATIONS[relation]
  if (Object.hasOwn(IMPLIED_RELATIONS, relation)) return IMPLIED_RELATIONS[relation as ImpliedRelation]
  return view.find('relation', relation as Id)?.fields ?? LINKED
}
