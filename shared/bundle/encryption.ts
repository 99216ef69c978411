import { fail, ok, type Result } from '../base/result'

/** How a bundle is locked: by a passphrase, or for the holders of age keys (`age1…`). */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] }
/** What opens it: the passphrase, or one's own age key (`AGE-SECRET-KEY-1…`). */
export type Unlock = { readonly passphrase: string } | { readonly identity: string }

/** Whether bytes are an age file, by their first line. */
export function isEncrypted(bytes: Uint8Array): boolean {
  const header = 'age-encryption.org/'
  return (
    bytes.length > header.length && Array.from(header).every((mark, at) => bytes[at] === mark.charCodeAt(0))
  )
}

/** Locks a bundle as an age file (`NAME.florilegium.age`). Deriving a key from a passphrase takes about a second: call it in a worker. */
export async function encryptBundle(bundle: Uint8Array, lock: Lock): Promise<Result<Uint8Array>> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  try {
    if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
    else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  } catch {
    return fail('recipient-invalid', 'One of the keys to encrypt for is not an age key (“age1…”).')
  }
  return ok(await encrypter.encrypt(bundle))
}

/** Opens an age file; a wrong passphrase or key and a changed file look alike, and are told in one sentence. */
export async function decryptBundle(bytes: Uint8Array, unlock: Unlock): Promise<Result<Uint8Array>> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  try {
    if ('passphrase' in unlock) decrypter.addPassphrase(unlock.passphrase)
    else decrypter.addIdentity(unlock.identity)
    return ok(await decrypter.decrypt(bytes))
  } catch {
    return fail(
      'decryption-failed',
      'The bundle does not open with this passphrase or key, or it is damaged.',
    )
  }
}
