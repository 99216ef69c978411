import { boolean, text } from '../base/check'
import type { FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** How a type of link reads from both of its ends. */
export interface RelationNames {
  readonly label: string
  readonly inverse: string
  /** Reads the same from both ends. */
  readonly symmetric: boolean
}

/** A type of link that the researcher added. */
export interface RelationFields extends CommonFields, RelationNames {}

export type Relation = RecordState<RelationFields, 'relation'>

export const relationChecks: FieldChecks<RelationFields> = {
  fixed: { label: text(200), inverse: text(200), symmetric: boolean },
}

/** The relations that every notebook has, by the key that links store. */
export const BUILT_IN_RELATIONS = {
  supports: { label: 'supports', inverse: 'is supported by', symmetric: false },
  contradicts: { label: 'contradicts', inverse: 'is contradicted by', symmetric: false },
  qualifies: { label: 'qualifies', inverse: 'is qualified by', symmetric: false },
  respondsTo: { label: 'responds to', inverse: 'is responded to by', symmetric: false },
  cites: { label: 'cites', inverse: 'is cited by', symmetric: false },
  sameAs: { label: 'same as', inverse: 'same as', symmetric: true },
  partOf: { label: 'part of', inverse: 'has part', symmetric: false },
  mentions: { label: 'mentions', inverse: 'is mentioned in', symmetric: false },
  saidBy: { label: 'said by', inverse: 'said', symmetric: false },
} as const satisfies { readonly [key: string]: RelationNames }

export type BuiltInRelation = keyof typeof BUILT_IN_RELATIONS

export function isBuiltInRelation(relation: string): relation is BuiltInRelation {
  return Object.hasOwn(BUILT_IN_RELATIONS, relation)
}
