import { type Annotation, annotationChecks } from './annotation'
import { type Article, articleChecks } from './article'
import { type Claim, claimChecks } from './claim'
import { type Contributor, contributorChecks } from './contributor'
import { type Decision, decisionChecks } from './decision'
import { type Entity, entityChecks } from './entity'
import type { FieldChecks } from './field-checks'
import { type Link, linkChecks } from './link'
import { type Note, noteChecks } from './note'
import { type Quote, quoteChecks } from './quote'
import { type Relation, relationChecks } from './relation'
import { type SavedView, savedViewChecks } from './saved-view'
import { type Tag, tagChecks } from './tag'
import { type Version, versionChecks } from './version'

/** Every kind of record; a new kind joins by a line here and one in `KIND_CHECKS`. */
export interface RecordByKind {
  article: Article
  version: Version
  annotation: Annotation
  quote: Quote
  claim: Claim
  entity: Entity
  tag: Tag
  link: Link
  relation: Relation
  note: Note
  contributor: Contributor
  decision: Decision
  savedView: SavedView
}

export type Kind = keyof RecordByKind
export type FieldsOf<K extends Kind> = RecordByKind[K]['fields']
export type AnyRecord = RecordByKind[Kind]

export const KIND_CHECKS: { readonly [K in Kind]: FieldChecks<FieldsOf<K>> } = {
  article: articleChecks,
  version: versionChecks,
  annotation: annotationChecks,
  quote: quoteChecks,
  claim: claimChecks,
  entity: entityChecks,
  tag: tagChecks,
  link: linkChecks,
  relation: relationChecks,
  note: noteChecks,
  contributor: contributorChecks,
  decision: decisionChecks,
  savedView: savedViewChecks,
}

export const KINDS = Object.keys(KIND_CHECKS) as Kind[]

export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KIND_CHECKS, value)
}

/** Kinds that can be an end of a link and a node of the graph. */
export const NODE_KINDS = [
  'article',
  'annotation',
  'quote',
  'claim',
  'entity',
  'note',
  'tag',
] as const satisfies readonly Kind[]
export type NodeKind = (typeof NODE_KINDS)[number]
