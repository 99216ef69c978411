import '@renderer/ui/tokens.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { App } from '@renderer/app/App'
import { holdWhileUnsaved, saveBeforeQuit } from '@renderer/app/hold-while-unsaved'
import { Opening } from '@renderer/app/Opening'
import { OpeningFailure } from '@renderer/app/OpeningFailure'
import { guardScriptSinks } from '@renderer/app/trusted-types'
import { chooseHost } from '@renderer/host/choose-host'
import { openNotebook } from '@renderer/storage/open-notebook'
import { NotebookProvider } from '@renderer/storage/queries/notebook-view'
import { saveLeftDrafts } from '@renderer/workflows/save-note'
import { WorkflowProvider } from '@renderer/workflows/workflow-context'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

async function start(): Promise<void> {
  guardScriptSinks()
  const root = createRoot(document.getElementById('root') as HTMLElement)
  const host = chooseHost()
  let isOpen = false
  const opened = await openNotebook(host, {
    onProgress: (done, total) => {
      if (!isOpen) root.render(<Opening done={done} total={total} />)
    },
  })
  isOpen = true
  if (!opened.ok) {
    root.render(<OpeningFailure sentence={opened.error.message} />)
    return
  }
  const notebook = opened.value
  const context = { notebook, host }
  host.app.onBeforeQuit(() => saveBeforeQuit(notebook))
  // The desktop has a guard of its own, and takes this for a window that never closes.
  if (!host.capabilities.desktop) holdWhileUnsaved(notebook)
  void saveLeftDrafts(context)
  root.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <NotebookProvider notebook={notebook}>
          <WorkflowProvider context={context}>
            <App />
          </WorkflowProvider>
        </NotebookProvider>
      </CSPProvider>
    </StrictMode>,
  )
}

void start()
