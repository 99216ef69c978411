import { fail, ok, type Result } from '../base/result'
import { type ByteSource, bytesAsSource } from './container/byte-source'
import { catchFailure, refuse } from './failure'
import { READ_LIMITS } from './format'

/** How a bundle is locked: by a passphrase, or for the holders of age keys (`age1…`). */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] }
/** What opens it: the passphrase, or one's own age key (`AGE-SECRET-KEY-1…`). */
export type Unlock = { readonly passphrase: string } | { readonly identity: string }

/** Bytes from which an age file is known. */
const HEAD_LENGTH = 64

/** Whether bytes are an age file, by their first line. */
export function isEncrypted(bytes: Uint8Array): boolean {
  const header = 'age-encryption.org/'
  return (
    bytes.length > header.length && Array.from(header).every((mark, at) => bytes[at] === mark.charCodeAt(0))
  )
}

const TOO_LARGE =
  'This encrypted bundle is larger than 512 MB, the most that is decrypted in memory: decrypt it with the program “age”, and open what comes out.'
const BAD_RECIPIENT = 'One of the keys to encrypt for is not an age key (“age1…”).'

/** Whether a text is an age key to encrypt for (`age1…`). */
export async function isRecipient(key: string): Promise<boolean> {
  const { Encrypter } = await import('age-encryption')
  try {
    new Encrypter().addRecipient(key)
    return true
  } catch {
    return false
  }
}

/** What encrypts under a lock; refuses keys that are none. */
export async function newEncrypter(lock: Lock) {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
  for (const recipient of 'passphrase' in lock ? [] : lock.recipients) {
    if (!(await isRecipient(recipient))) refuse('recipient-invalid', BAD_RECIPIENT)
    encrypter.addRecipient(recipient)
  }
  return encrypter
}

/** Locks a bundle as an age file (`NAME.florilegium.age`). Deriving a key from a passphrase takes about a second: call it in a worker. */
export function encryptBundle(bundle: Uint8Array, lock: Lock): Promise<Result<Uint8Array>> {
  return catchFailure(async () => (await newEncrypter(lock)).encrypt(bundle))
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

/**
 * The bundle in an encrypted file, decrypted in memory; larger files than `READ_LIMITS.encrypted` are refused before anything is asked or
 * read. A file that is not encrypted is given as it is, and `findUnlock` is not asked.
 */
export async function unlockSource(
  source: ByteSource,
  findUnlock: () => Promise<Result<Unlock>>,
): Promise<Result<ByteSource>> {
  if (!isEncrypted(await source.read(0, Math.min(HEAD_LENGTH, source.size)))) return ok(source)
  if (source.size > READ_LIMITS.encrypted) return fail('bundle-too-large', TOO_LARGE)
  const unlock = await findUnlock()
  if (!unlock.ok) return unlock
  const opened = await decryptBundle(await source.read(0, source.size), unlock.value)
  return opened.ok ? ok(bytesAsSource(opened.value)) : opened
}
