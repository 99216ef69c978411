import { fail, ok, type Result } from '@shared/base/result'
import type { Unlock } from '@shared/bundle/encryption'
import { UsageError } from './command'
import { readText } from './input'

/** Where the environment may hold a passphrase. */
const VARIABLE = 'FLORILEGIUM_PASSPHRASE'

/** The options of commands that read bundles, which may be encrypted. A passphrase is no option: other users see those. */
export const UNLOCK_OPTIONS = { 'passphrase-file': { type: 'string' }, identity: { type: 'string' } } as const

export const UNLOCK_HELP = `
Encrypted bundles (age) are opened with:
  --passphrase-file FILE   the passphrase, on the file's first line; or ${VARIABLE} in the environment
  --identity FILE          an age key file (AGE-SECRET-KEY-1…)
`

interface UnlockValues {
  readonly 'passphrase-file'?: string | undefined
  readonly identity?: string | undefined
}

/** Finds what opens an encrypted bundle; asked only when one is met. */
export type FindUnlock = () => Promise<Result<Unlock>>

/** How the arguments of a command say that encrypted bundles are opened. */
export function unlockWith(values: UnlockValues): FindUnlock {
  const { 'passphrase-file': passphraseFile, identity } = values
  if (passphraseFile !== undefined && identity !== undefined)
    throw new UsageError('Give --passphrase-file or --identity, not both.')
  if (passphraseFile !== undefined) return () => readPassphrase(passphraseFile)
  if (identity !== undefined) return () => readIdentity(identity)
  const passphrase = process.env[VARIABLE]
  return async () =>
    passphrase
      ? ok({ passphrase })
      : fail(
          'bundle-encrypted',
          `This bundle is encrypted: open it with --passphrase-file, --identity or ${VARIABLE}.`,
        )
}

/** The passphrase on the first line of a file. */
export async function readPassphrase(file: string): Promise<Result<{ readonly passphrase: string }>> {
  const text = await readText(file)
  if (!text.ok) return text
  const passphrase = text.value.split(/\r?\n/)[0] ?? ''
  return passphrase === ''
    ? fail('passphrase-missing', `The first line of ${file} is empty: write the passphrase there.`)
    : ok({ passphrase })
}

async function readIdentity(file: string): Promise<Result<Unlock>> {
  const text = await readText(file)
  if (!text.ok) return text
  const identity = text.value.split(/\r?\n/).find((line) => line.startsWith('AGE-SECRET-KEY-1'))
  return identity === undefined
    ? fail('identity-missing', `There is no age key (AGE-SECRET-KEY-1…) in ${file}.`)
    : ok({ identity: identity.trim() })
}
