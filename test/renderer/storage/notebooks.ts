import 'fake-indexeddb/auto'
import type { Notebook } from '@renderer/storage/notebook'
import { type OpenOptions, openNotebook } from '@renderer/storage/open-notebook'
import { type Id, newId } from '@shared/base/ids'
import { create, type Edit } from '@shared/changes/compose'
import type { RecordHistory } from '@shared/changes/transaction'
import type { HostApi } from '@shared/host/host-api'
import { fakeHost } from '@test/support/fake-host'

/** Opens a notebook in this process, or throws the sentence that says why not. */
export async function open(
  name: string,
  host: HostApi = fakeHost(),
  options: OpenOptions = {},
): Promise<Notebook> {
  const opened = await openNotebook(host, { name, ...options })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** A name that no other test uses. */
export const freshName = () => `notebook-${newId()}`

/** A wish to add a tag. */
export function newTag(label: string, id: Id = newId()): Edit {
  return create('tag', id, { label, parentId: null, color: null, mergedInto: null })
}

/** Everything that a notebook holds. */
export async function allOf(notebook: Notebook): Promise<RecordHistory[]> {
  const all: RecordHistory[] = []
  for await (const history of notebook.histories()) all.push(history)
  return all
}
