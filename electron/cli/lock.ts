import { isRecipient, type Lock } from '@shared/bundle/encryption'
import { lockChunks } from '@shared/bundle/lock-chunks'
import { UsageError } from './command'
import { readPassphrase } from './unlock'

/** The options of commands that write bundles. A passphrase is no option: other users see those. */
export const LOCK_OPTIONS = {
  'encrypt-for': { type: 'string', multiple: true },
  'encrypt-with': { type: 'string' },
} as const

export const LOCK_HELP = `
What is written is encrypted (age; call it NAME.florilegium.age) with:
  --encrypt-for KEY    for the holder of an age key (age1…); may be given several times
  --encrypt-with FILE  by the passphrase on the file's first line
`

interface LockValues {
  readonly 'encrypt-for'?: readonly string[] | undefined
  readonly 'encrypt-with'?: string | undefined
}

/** How the arguments of a command say that a bundle is encrypted; null when it is not. What makes no sense is a usage error. */
export async function readLock(values: LockValues): Promise<Lock | null> {
  const { 'encrypt-for': recipients, 'encrypt-with': passphraseFile } = values
  if (recipients !== undefined && passphraseFile !== undefined)
    throw new UsageError('Give --encrypt-for or --encrypt-with, not both.')
  if (passphraseFile !== undefined) {
    const passphrase = await readPassphrase(passphraseFile)
    if (!passphrase.ok) throw new UsageError(passphrase.error.message)
    return passphrase.value
  }
  for (const recipient of recipients ?? []) {
    if (!(await isRecipient(recipient)))
      throw new UsageError(
        `“${recipient.slice(0, 40)}” is not a key to encrypt for: those begin with “age1”.`,
      )
  }
  return recipients === undefined ? null : { recipients }
}

type Chunks = AsyncGenerator<Uint8Array, void, undefined>

/** The stream of a bundle as it goes to its file. */
export function locked(chunks: Chunks, lock: Lock | null): Chunks {
  return lock ? lockChunks(chunks, lock) : chunks
}
