import type { SignatureCheck } from './signature'

/** Keys that this machine knows of colleagues: pinned on first sight, by the contributor who signed with them. */
export interface PinnedColleague {
  readonly contributor: string
  readonly name: string
  /** Ed25519 public key, base64url. */
  readonly key: string
}

/** Who signs a bundle by its own account: the contributor in it that has the signing key. */
export interface ClaimedSigner {
  readonly contributor: string
  readonly name: string
}

/** How far a bundle's signature can be trusted. */
export type Trust =
  /** Signed with the key that is pinned for this colleague. */
  | { readonly state: 'trusted'; readonly name: string }
  /** A good signature of somebody not met before; pinning it is the reader's choice. */
  | { readonly state: 'first-seen'; readonly name: string; readonly key: string }
  /** A good signature, but not with the key that this colleague had. */
  | { readonly state: 'changed-key'; readonly name: string; readonly knownKey: string; readonly key: string }
  /** A good signature of a key that belongs to no contributor in the bundle. */
  | { readonly state: 'unnamed'; readonly key: string }
  | { readonly state: 'missing' }
  | { readonly state: 'bad' }

/** Judges a checked signature by the colleagues that are pinned. A pinned key speaks for its colleague, whatever name the bundle gives. */
export function judgeSignature(
  signature: SignatureCheck,
  signer: ClaimedSigner | null,
  pinned: readonly PinnedColleague[],
): Trust {
  if (signature.state !== 'good') return signature
  const { key } = signature
  const owner = pinned.find((colleague) => colleague.key === key)
  if (owner && (!signer || owner.contributor === signer.contributor))
    return { state: 'trusted', name: owner.name }
  if (!signer) return { state: 'unnamed', key }
  const known = pinned.find(({ contributor }) => contributor === signer.contributor)
  if (known) return { state: 'changed-key', name: known.name, knownKey: known.key, key }
  return { state: 'first-seen', name: signer.name, key }
}

/** The same as one sentence for the reader. */
export function describeTrust(trust: Trust): string {
  switch (trust.state) {
    case 'trusted':
      return `Signed by ${trust.name}, with the key you know.`
    case 'first-seen':
      return `Signed by ${trust.name}, whose key you see for the first time.`
    case 'changed-key':
      return `Signed as ${trust.name}, but with another key than before: ask ${trust.name} before you trust it.`
    case 'unnamed':
      return 'Signed with a key that belongs to nobody in the bundle.'
    case 'missing':
      return 'Not signed: nobody vouches for this bundle.'
    case 'bad':
      return 'The signature is wrong: the bundle was changed after it was signed.'
  }
}
