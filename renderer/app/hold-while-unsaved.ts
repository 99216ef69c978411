import type { Notebook } from '@renderer/storage/notebook'

/** What is in memory alone, in a sentence; null when everything is safe. */
function findUnsaved({ saveState, undoState }: Notebook): string | null {
  const now = saveState.get()
  if (now.state === 'failing') return now.sentence
  if (now.state === 'memory-only' && undoState.get().undo !== null)
    return 'Nothing of this notebook is kept on this machine: export it first.'
  return null
}

/** Has the browser ask before it closes a page that holds changes in memory alone. */
export function holdWhileUnsaved(notebook: Notebook): void {
  window.addEventListener('beforeunload', (event) => {
    if (findUnsaved(notebook) !== null) event.preventDefault()
  })
}

/** Writes what waits; gives what could not be made safe, in a sentence, or null. */
export async function saveBeforeQuit(notebook: Notebook): Promise<string | null> {
  await notebook.flush()
  return findUnsaved(notebook)
}
