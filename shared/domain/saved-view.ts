import { json, oneOf, text } from '../base/check'
import type { Json } from '../base/json'
import type { FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** A search or a set of graph filters that the researcher kept under a name. */
export interface SavedViewFields extends CommonFields {
  readonly name: string
  readonly view: 'graph' | 'search' | 'library'
  readonly settings: Json
}

export type SavedView = RecordState<SavedViewFields, 'savedView'>

export const savedViewChecks: FieldChecks<SavedViewFields> = {
  fixed: { name: text(500), view: oneOf(['graph', 'search', 'library']), settings: json(16) },
}
