import { nullable, oneOf, text } from '../base/check'
import type { FieldChecks } from './field-checks'
import type { MemberFields } from './member-fields'
import type { CommonFields, RecordState } from './record'

export const CLAIM_STATUSES = ['unverified', 'supported', 'disputed', 'refuted'] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

export const CERTAINTIES = ['certain', 'likely', 'possible', 'unlikely'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** A statement that can be true or false, worded once; the passages that make it are annotations with its id. */
export interface ClaimFields extends CommonFields, MemberFields<'tag'> {
  readonly text: string
  /** The researcher's own judgement; the status derived from links stands beside it. */
  readonly status: ClaimStatus
  /** How certain the judgement is; null when not said. */
  readonly certainty: Certainty | null
  readonly comment: string
}

export type Claim = RecordState<ClaimFields, 'claim'>

export const claimChecks: FieldChecks<ClaimFields> = {
  fixed: {
    text: text(100_000),
    status: oneOf(CLAIM_STATUSES),
    certainty: nullable(oneOf(CERTAINTIES)),
    comment: text(1_000_000),
  },
  members: ['tag'],
}
