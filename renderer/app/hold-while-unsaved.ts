import type { Notebook } from '@renderer/storage/notebook'

/** Has the browser ask before it closes a page that holds changes in memory alone. */
export function holdWhileUnsaved({ saveState, undoState }: Notebook): void {
  const hasUnsaved = () => {
    const { state } = saveState.get()
    return state === 'failing' || (state === 'memory-only' && undoState.get().undo !== null)
  }
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsaved()) event.preventDefault()
  })
}
