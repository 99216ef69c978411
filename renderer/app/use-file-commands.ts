import { useCommands } from '@renderer/navigation/commands'
import { useIncoming } from '@renderer/navigation/incoming'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { openFiles } from '@renderer/workflows/open-files'
import { openSample } from '@renderer/workflows/open-sample'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { useAddFiles } from './use-incoming-files'

/** Commands that bring files in. */
export function useFileCommands({ exportBundle }: { readonly exportBundle: () => void }): void {
  const choose = useWorkflow(openFiles)
  const add = useAddFiles()
  const sample = useWorkflow(openSample)
  const open = useNavigation((state) => state.open)
  const chooseAndAdd = async () => {
    const chosen = await choose('any')
    if (!chosen.ok) useIncoming.getState().receive([], [chosen.error.message])
    else if (chosen.value) await add(chosen.value)
  }
  const takeSample = async () => {
    const outcome = await sample()
    if (!outcome.ok) return useIncoming.getState().receive([], [outcome.error.message])
    announce(
      outcome.value.added > 0 ? 'The sample notebook is here.' : 'The sample notebook was here already.',
    )
    open({ view: 'library' })
  }
  useCommands([
    {
      id: 'file.open',
      title: 'Open files',
      keys: '$mod+o',
      whileTyping: true,
      group: 'File',
      run: chooseAndAdd,
    },
    {
      id: 'file.export',
      title: 'Export a bundle',
      keys: '$mod+e',
      whileTyping: true,
      group: 'File',
      run: exportBundle,
    },
    { id: 'file.sample', title: 'Open the sample notebook', group: 'File', run: takeSample },
  ])
}
