import { text } from '../base/check'
import type { Id } from '../base/ids'
import { anyId, type FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** A typed, directed relation between two nodes: passages (annotations), claims, quotes, entities, articles or notes. */
export interface LinkFields extends CommonFields {
  readonly from: Id
  readonly to: Id
  /** The key of a built-in relation, or the id of one of the notebook's own. */
  readonly relation: string
  readonly comment: string
}

export type Link = RecordState<LinkFields, 'link'>

export const linkChecks: FieldChecks<LinkFields> = {
  fixed: { from: anyId, to: anyId, relation: text(100), comment: text(100_000) },
}
