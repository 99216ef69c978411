import { nullable, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { HUES, type Hue } from './annotation'
import { anyId, type FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** A keyword in a tree. */
export interface TagFields extends CommonFields {
  readonly label: string
  readonly parentId: Id | null
  readonly color: Hue | null
  /** The tag it was merged into. */
  readonly mergedInto: Id | null
}

export type Tag = RecordState<TagFields, 'tag'>

export const tagChecks: FieldChecks<TagFields> = {
  fixed: {
    label: text(500),
    parentId: nullable(anyId),
    color: nullable(oneOf(HUES)),
    mergedInto: nullable(anyId),
  },
}
