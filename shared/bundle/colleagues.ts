import { fromBase64Url } from './base64url'
import { hashHex } from './container/hash'
import { nameKey } from './duplicates'
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
  /** A good signature of somebody not met before, who may bear the name of somebody met; pinning it is the reader's choice. */
  | { readonly state: 'first-seen'; readonly signer: PinnedColleague; readonly isNamesake: boolean }
  /** A good signature, but not with the key that this colleague had. */
  | { readonly state: 'changed-key'; readonly known: PinnedColleague; readonly key: string }
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
  if (known) return { state: 'changed-key', known, key }
  const isNamesake = pinned.some(({ name }) => nameKey(name) === nameKey(signer.name))
  return { state: 'first-seen', signer: { ...signer, key }, isNamesake }
}

/** Who signed, of the contributors in a bundle: the one with the key; of several, as of one person on two machines, the one that is pinned. */
export function findSigner(
  key: string,
  contributors: Iterable<ClaimedSigner & { readonly publicKey: string | null }>,
  pinned: readonly PinnedColleague[],
): ClaimedSigner | null {
  const holders = [...contributors].filter(({ publicKey }) => publicKey === key)
  const known = holders.find(({ contributor }) => pinned.some((pin) => pin.contributor === contributor))
  return known ?? holders[0] ?? null
}

/** Remembers a colleague's key in place of any that was known of them. */
export function pinColleague(
  pinned: readonly PinnedColleague[],
  { contributor, name, key }: PinnedColleague,
): PinnedColleague[] {
  return [...pinned.filter((other) => other.contributor !== contributor), { contributor, name, key }]
}

/** A key short enough to be read out: the first half of its SHA-256, in groups of four hexadecimal digits. */
export function fingerprintOf(key: string): string {
  const bytes = fromBase64Url(key)
  return bytes ? (hashHex(bytes).slice(0, 32).match(/.{4}/g) ?? []).join(' ') : 'not a key'
}

/** The same as one sentence for the reader. */
export function describeTrust(trust: Trust): string {
  switch (trust.state) {
    case 'trusted':
      return `Signed by ${trust.name}, with the key you know.`
    case 'first-seen':
      return trust.isNamesake
        ? `Signed as ${trust.signer.name}, but not by the ${trust.signer.name} whose key you know: ask before you trust it.`
        : `Signed by ${trust.signer.name}, whose key you see for the first time.`
    case 'changed-key':
      return `Signed as ${trust.known.name}, but with another key than before: ask ${trust.known.name} before you trust it.`
    case 'unnamed':
      return 'Signed with a key that belongs to nobody in the bundle.'
    case 'missing':
      return 'Not signed: nobody vouches for this bundle.'
    case 'bad':
      return 'The signature is wrong: the bundle was changed after it was signed.'
  }
}
