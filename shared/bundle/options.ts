import type { MakeHash } from './container/hash'
import type { StopSignal } from './failure'
import type { Progress } from './progress'
import type { Selection } from './source'

/** Signs bytes as one contributor. */
export interface Signer {
  /** Ed25519 public key, base64url without padding. */
  readonly publicKey: string
  /** The 64 bytes of the Ed25519 signature. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** What goes into a bundle, and how it is called. */
export interface BundleOptions {
  /** The notebook's title; also the folder inside the bundle. */
  readonly name: string
  /** Records to take along, closed over what hangs on them (`closeOver` of the notebook); absent: everything. */
  readonly only?: Selection
  /** Without it versions are emptied of their text (for copyright); annotations keep the words they mark. */
  readonly fullText?: boolean
  readonly privateNotes?: boolean
  readonly signer?: Signer
  readonly newHash?: MakeHash
  readonly progress?: Progress
  readonly signal?: StopSignal
}
