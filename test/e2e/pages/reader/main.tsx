import '@renderer/ui/tokens.css'
import { FEATURES } from '@renderer/app/features'
import { KeyBindings } from '@renderer/app/KeyBindings'
import { TaskStatus } from '@renderer/app/TaskStatus'
import { guardScriptSinks } from '@renderer/app/trusted-types'
import { useGlobalCommands } from '@renderer/app/use-global-commands'
import { useIncomingFiles } from '@renderer/app/use-incoming-files'
import { ReaderView } from '@renderer/features/reader'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { openNotebook } from '@renderer/storage/open-notebook'
import { NotebookProvider } from '@renderer/storage/queries/notebook-view'
import { WorkflowProvider } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { fakeHost } from '@test/support/fake-host'
import { createRoot } from 'react-dom/client'
import { fillNotebook } from './fill-notebook'

const NO_KEYS = {}

function Page({ article }: { article: Id }) {
  const route = useNavigation(({ tabs, active }) => tabs.find(({ key }) => key === active)?.route)
  useIncomingFiles()
  const feature = FEATURES.find(({ view }) => view === route?.view)
  useGlobalCommands({ openPalette: () => {}, showKeys: () => {} })
  return (
    <>
      <main style={{ height: 'calc(100vh - 1.5rem)', containerType: 'inline-size' }}>
        {feature && route && route.view !== 'library' ? (
          <feature.View route={route as never} />
        ) : (
          <ReaderView id={article} />
        )}
      </main>
      <footer>
        <TaskStatus />
      </footer>
      <KeyBindings remapped={NO_KEYS} />
    </>
  )
}

/** The views without the frame around them, on a notebook filled as the address asks: for looking at them and for their tests. */
async function start(): Promise<void> {
  guardScriptSinks()
  const query = new URLSearchParams(location.search)
  const theme = query.get('theme')
  if (theme) document.documentElement.dataset.theme = theme
  const host = fakeHost()
  const opened = await openNotebook(host)
  if (!opened.ok) throw new Error(opened.error.message)
  const notebook = opened.value
  const article = await fillNotebook(notebook, query)
  Object.assign(window, { notebook, go: useNavigation.getState().open })
  createRoot(document.getElementById('root') as HTMLElement).render(
    <NotebookProvider notebook={notebook}>
      <WorkflowProvider context={{ notebook, host }}>
        <Page article={article} />
      </WorkflowProvider>
    </NotebookProvider>,
  )
}

void start()
