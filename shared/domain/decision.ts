import { nullable, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { anyId, type FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** What the researcher decided about a suggestion, so that it is never made again. */
export interface DecisionFields extends CommonFields {
  readonly articleId: Id
  /** What was suggested: `quote:` or `claim:` and a hash of the words with their surroundings. */
  readonly suggestion: string
  readonly outcome: 'accepted' | 'corrected' | 'rejected'
  /** The record that came of it. */
  readonly resultId: Id | null
}

export type Decision = RecordState<DecisionFields, 'decision'>

export const decisionChecks: FieldChecks<DecisionFields> = {
  fixed: {
    articleId: anyId,
    suggestion: text(200),
    outcome: oneOf(['accepted', 'corrected', 'rejected']),
    resultId: nullable(anyId),
  },
}
