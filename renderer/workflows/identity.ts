import { fail, ok, type Result } from '@shared/base/result'
import { fromBase64Url } from '@shared/bundle/base64url'
import { fingerprintOf, type PinnedColleague, pinColleague } from '@shared/bundle/colleagues'
import {
  checkSignature,
  makeSigningKeys,
  type SigningKeys,
  signatureText,
  signerOf,
} from '@shared/bundle/signature'
import { edit } from '@shared/changes/compose'
import { ownContributor } from './name-contributor'
import { saveFile } from './save-file'
import type { WorkflowContext } from './workflow-context'

/** Settings of this machine: the secret key and the colleagues' keys are in no bundle. */
const KEYS = 'signing-keys'
export const COLLEAGUES = 'colleagues'

/** The contributor's signing keys, made on first use; the secret one stays on this machine. */
export async function signingKeys(context: WorkflowContext): Promise<SigningKeys> {
  const { local } = context.notebook
  const known = local.get<SigningKeys>(KEYS)
  const keys = known ?? (await makeSigningKeys())
  if (!known) local.set(KEYS, keys)
  await publishKey(context, keys.publicKey)
  return keys
}

/** Notes the public key on the contributor's own record, which colleagues know a signature by; who made nothing yet has none. */
async function publishKey(context: WorkflowContext, publicKey: string): Promise<void> {
  const own = ownContributor(context)
  if (!own || own.fields.publicKey === publicKey) return
  await context.notebook.commit('publish-key', [edit('contributor', own.id, { publicKey })])
}

/** The file that takes a key to another machine. */
interface KeyFile extends SigningKeys {
  readonly florilegiumKey: 1
  readonly name: string
}

/** Writes the signing keys where the user chooses; gives the file's name, or null when the user thought better of it. */
export async function exportKey(context: WorkflowContext): Promise<Result<string | null>> {
  const keys = await signingKeys(context)
  const name = ownContributor(context)?.fields.name ?? ''
  const file: KeyFile = { florilegiumKey: 1, name, ...keys }
  const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
  return saveFile(context, 'Florilegium signing key.json', bytes)
}

const NOT_A_KEY = 'This file holds no signing key: choose the file that was made by “Save my key”.'

function parseKeyFile(bytes: Uint8Array): SigningKeys | null {
  try {
    const { publicKey, secretKey } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<KeyFile>
    const isKey = (key: unknown): key is string => typeof key === 'string' && fromBase64Url(key) !== null
    return isKey(publicKey) && isKey(secretKey) ? { publicKey, secretKey } : null
  } catch {
    return null
  }
}

/** Whether both halves belong together: what the one signs, the other accepts. */
async function isPair(keys: SigningKeys): Promise<boolean> {
  const words = new TextEncoder().encode('one key')
  try {
    return (await checkSignature(await signatureText(signerOf(keys), words), words)).state === 'good'
  } catch {
    return false
  }
}

/** Takes the user's key from another machine in place of this one's; gives its fingerprint, or null when the user thought better of it. */
export async function importKey(context: WorkflowContext): Promise<Result<string | null>> {
  const opened = await context.host.files.open('any')
  if (!opened.ok) return opened
  const [file] = opened.value ?? []
  if (!file) return ok(null)
  const keys = parseKeyFile(file.bytes)
  if (!keys || !(await isPair(keys))) return fail('key-invalid', NOT_A_KEY)
  context.notebook.local.set(KEYS, keys)
  await publishKey(context, keys.publicKey)
  return ok(fingerprintOf(keys.publicKey))
}

/** The colleagues whose keys this machine knows. */
export function pinnedColleagues({ notebook }: WorkflowContext): readonly PinnedColleague[] {
  return notebook.local.get<readonly PinnedColleague[]>(COLLEAGUES) ?? []
}

/** Remembers a colleague's key. */
export function rememberColleague(context: WorkflowContext, colleague: PinnedColleague): void {
  context.notebook.local.set(COLLEAGUES, pinColleague(pinnedColleagues(context), colleague))
}

/** Calls a colleague by another name on this machine. */
export function renameColleague(context: WorkflowContext, contributor: string, name: string): void {
  const renamed = pinnedColleagues(context).map((known) =>
    known.contributor === contributor ? { ...known, name } : known,
  )
  context.notebook.local.set(COLLEAGUES, renamed)
}

/** Forgets a colleague's key: the next bundle is seen as a stranger's. */
export function forgetColleague(context: WorkflowContext, contributor: string): void {
  context.notebook.local.set(
    COLLEAGUES,
    pinnedColleagues(context).filter((known) => known.contributor !== contributor),
  )
}

/** The key that colleagues encrypt for, and the one that opens what they send. */
export interface ReadingKeys {
  /** `age1…` */
  readonly recipient: string
  /** `AGE-SECRET-KEY-…` */
  readonly identity: string
}

const READING = 'reading-keys'

/** The keys for encrypted bundles, made on first use. */
export async function readingKeys({ notebook }: WorkflowContext): Promise<ReadingKeys> {
  const known = notebook.local.get<ReadingKeys>(READING)
  if (known) return known
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const identity = await generateX25519Identity()
  const made = { identity, recipient: await identityToRecipient(identity) }
  notebook.local.set(READING, made)
  return made
}

/** The same, if they were made. */
export function knownReadingKeys({ notebook }: WorkflowContext): ReadingKeys | undefined {
  return notebook.local.get<ReadingKeys>(READING)
}
