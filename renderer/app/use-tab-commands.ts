import { type Command, useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { useCapabilities } from '@renderer/workflows/workflow-context'

const group = 'View'

/** The tab that has the focus: that of one of the two views, or the active one. */
function focusedTab(): string {
  const { tabs, active } = useNavigation.getState()
  const key = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  return tabs.find((tab) => tab.key === key)?.key ?? active
}

/** Moving between tabs, closing them, showing two side by side. They go with the view that has the focus. */
export function useTabCommands(): void {
  const { tabs, beside, goBack, goForward, close, stepTab, toggleBeside, swap } = useNavigation()
  // A browser keeps Ctrl W to itself.
  const closing = useCapabilities().desktop ? '$mod+w' : 'Alt+w'
  const several: Command[] = [
    { id: 'view.next-tab', title: 'Next tab', keys: 'Alt+PageDown', group, run: () => stepTab(1) },
    { id: 'view.previous-tab', title: 'Previous tab', keys: 'Alt+PageUp', group, run: () => stepTab(-1) },
    {
      id: 'view.beside',
      title: beside === null ? 'Show the next tab beside this one' : 'Show one view only',
      keys: 'Alt+b',
      group,
      run: toggleBeside,
    },
  ]
  useCommands([
    { id: 'go.back', title: 'Back', keys: 'Alt+ArrowLeft', group: 'Go', run: () => goBack(focusedTab()) },
    {
      id: 'go.forward',
      title: 'Forward',
      keys: 'Alt+ArrowRight',
      group: 'Go',
      run: () => goForward(focusedTab()),
    },
    { id: 'view.close', title: 'Close tab', keys: closing, group, run: () => close(focusedTab()) },
    ...(tabs.length > 1 ? several : []),
    ...(beside === null
      ? []
      : [{ id: 'view.swap', title: 'Swap the two views', keys: 'Alt+x', group, run: swap } as const]),
  ])
}
