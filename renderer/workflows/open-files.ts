import type { Result } from '@shared/base/result'
import type { FileKind, OpenedFile } from '@shared/host/host-api'
import type { WorkflowContext } from './workflow-context'

/** Asks the user for files; null when the user thought better of it. */
export function openFiles(
  { host }: WorkflowContext,
  kind: FileKind,
): Promise<Result<readonly OpenedFile[] | null>> {
  return host.files.open(kind)
}

/** Hands over files opened from the file manager, now and whenever some come; returns how to stop. */
export function takeOpenedFiles(
  { host }: WorkflowContext,
  take: (files: readonly OpenedFile[]) => void,
): () => void {
  const fetch = async () => {
    const opened = await host.files.takeOpened()
    if (opened.ok && opened.value.length > 0) take(opened.value)
  }
  void fetch()
  return host.files.onOpened(() => void fetch())
}
