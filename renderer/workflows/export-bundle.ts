import { writeBundleInWorker } from '@renderer/workers/bundle-client'
import type { Id } from '@shared/base/ids'
import { ok, type Result } from '@shared/base/result'
import { makeSigningKeys, type SigningKeys } from '@shared/bundle/signature'
import { notebookAsSource } from './notebook-as-source'
import type { WorkflowContext } from './workflow-context'

/** What the export form holds. */
export interface ExportWish {
  readonly name: string
  /** Records to take along; null: everything. */
  readonly only: readonly Id[] | null
  readonly fullText: boolean
  readonly privateNotes: boolean
  /** As a plain zip, for a colleague without the app. */
  readonly asZip: boolean
}

const KEYS = 'signing-keys'

/** The contributor's signing keys, made on first use; the secret one stays on this machine. */
export async function signingKeys({ notebook }: WorkflowContext): Promise<SigningKeys> {
  const known = notebook.local.get<SigningKeys>(KEYS)
  if (known) return known
  const made = await makeSigningKeys()
  notebook.local.set(KEYS, made)
  return made
}

/** Writes a bundle where the user chooses; gives its file name, or null when the user thought better of it. */
export async function exportBundle(
  context: WorkflowContext,
  wish: ExportWish,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<string | null>> {
  const { host, notebook } = context
  await notebook.flush()
  const keys = await signingKeys(context)
  const ending = wish.asZip ? 'zip' : 'florilegium'
  const ticket = await host.files.beginSave(
    `${wish.name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'Notebook'}.${ending}`,
  )
  if (!ticket.ok || ticket.value === null) return ticket.ok ? ok(null) : ticket
  const { id, name } = ticket.value
  const { only, fullText, privateNotes } = wish
  const written = await writeBundleInWorker(
    notebookAsSource(notebook),
    { name: wish.name, fullText, privateNotes, keys, ...(only ? { only } : {}) },
    (piece) => host.files.write(id, piece),
    { progress, ...(signal ? { signal } : {}) },
  )
  if (!written.ok) {
    await host.files.abort(id)
    return written
  }
  const saved = await host.files.commit(id)
  return saved.ok ? ok(name) : saved
}
