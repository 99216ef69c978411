import { nullable, oneOf, text } from '../base/check'
import { HUES, type Hue } from './annotation'
import type { FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

/** Who made or changed a record. Its id is the contributor part of every stamp of theirs. */
export interface ContributorFields extends CommonFields {
  readonly name: string
  /** Ed25519 public key, base64url without padding, once they have signed. */
  readonly publicKey: string | null
  readonly color: Hue
}

export type Contributor = RecordState<ContributorFields, 'contributor'>

export const contributorChecks: FieldChecks<ContributorFields> = {
  fixed: { name: text(500), publicKey: nullable(text(200)), color: oneOf(HUES) },
}
