import { ok, type Result } from '@shared/base/result'
import type { WorkflowContext } from './workflow-context'

/** Writes a small file where the user chooses; gives its name, or null when the user thought better of it. */
export async function saveFile(
  { host }: WorkflowContext,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<string | null>> {
  const ticket = await host.files.beginSave(suggestedName)
  if (!ticket.ok || ticket.value === null) return ticket.ok ? ok(null) : ticket
  const { id, name } = ticket.value
  const written = await host.files.write(id, bytes)
  if (!written.ok) {
    await host.files.abort(id)
    return written
  }
  const saved = await host.files.commit(id)
  return saved.ok ? ok(name) : saved
}
