import { writeBundleInWorker } from '@renderer/workers/bundle-client'
import { fileNameFor } from '@shared/base/file-name'
import type { Id } from '@shared/base/ids'
import { fail, ok, type Result } from '@shared/base/result'
import { isRecipient, type Lock } from '@shared/bundle/encryption'
import { catchFailure, type StopSignal } from '@shared/bundle/failure'
import { contributorsOf, type ExportSummary, summariseExport } from '@shared/bundle/summarise-export'
import { signingKeys } from './identity'
import { notebookAsSource } from './notebook-as-source'
import type { WorkflowContext } from './workflow-context'

/** Which records go along and how much of them. */
export interface ExportChoice {
  /** Records to take along; null: everything. */
  readonly only: ReadonlySet<Id> | null
  readonly fullText: boolean
  readonly privateNotes: boolean
}

/** What the export form holds. */
export interface ExportWish extends ExportChoice {
  readonly name: string
  /** As a plain zip, for a colleague without the app. */
  readonly asZip: boolean
  readonly signed: boolean
  readonly lock: Lock | null
}

/** Goes through what would be exported and counts it. */
export function summariseChoice(
  { notebook }: WorkflowContext,
  { only, fullText, privateNotes }: ExportChoice,
  signal: StopSignal,
): Promise<Result<ExportSummary>> {
  const options = { fullText, privateNotes, ...(only ? { only } : {}) }
  return catchFailure(() => summariseExport(notebookAsSource(notebook), options, signal))
}

function fileNameOf({ name, asZip, lock }: ExportWish): string {
  return fileNameFor(name, `.${asZip ? 'zip' : 'florilegium'}${lock ? '.age' : ''}`)
}

async function findBadRecipient(lock: Lock | null): Promise<string | null> {
  if (!lock || 'passphrase' in lock) return null
  for (const recipient of lock.recipients) if (!(await isRecipient(recipient))) return recipient
  return null
}

/** Writes a bundle where the user chooses; gives its file name and size, or null when the user thought better of it. */
export async function exportBundle(
  context: WorkflowContext,
  wish: ExportWish,
  progress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<{ readonly name: string; readonly bytes: number } | null>> {
  const { host, notebook } = context
  const badKey = await findBadRecipient(wish.lock)
  if (badKey !== null)
    return fail(
      'recipient-invalid',
      `“${badKey.slice(0, 40)}” is not a key to encrypt for: those begin with “age1”.`,
    )
  const keys = wish.signed ? await signingKeys(context) : null
  await notebook.flush()
  const ticket = await host.files.beginSave(fileNameOf(wish))
  if (!ticket.ok || ticket.value === null) return ticket.ok ? ok(null) : ticket
  const { id, name } = ticket.value
  const { only, fullText, privateNotes, lock } = wish
  const written = await writeBundleInWorker(
    notebookAsSource(notebook),
    {
      name: wish.name,
      fullText,
      privateNotes,
      ...(keys ? { keys } : {}),
      ...(lock ? { lock } : {}),
      ...(only ? { only: await withContributors(context, only) } : {}),
    },
    (piece) => host.files.write(id, piece),
    { progress, ...(signal ? { signal } : {}) },
  )
  if (!written.ok) {
    await host.files.abort(id)
    return written
  }
  const saved = await host.files.commit(id)
  return saved.ok ? ok({ name, bytes: written.value }) : saved
}

/** The chosen records, and those of everybody who had a hand in them; whoever signs is among them. */
async function withContributors({ notebook }: WorkflowContext, only: ReadonlySet<Id>): Promise<Id[]> {
  const contributors = await contributorsOf(notebook.histories(only))
  return [...new Set([...only, ...contributors, notebook.contributor])]
}
