import { type Command, useCommands } from '@renderer/navigation/commands'
import { findInHand } from '@renderer/navigation/in-hand'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { announce } from '@renderer/navigation/tasks'
import { useUndoState } from '@renderer/storage/queries/undo-state'
import { createNote } from '@renderer/workflows/create-note'
import { describeIntent } from '@renderer/workflows/describe-intent'
import { redoChange, undoChange } from '@renderer/workflows/undo'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Result } from '@shared/base/result'
import type { Transaction } from '@shared/changes/transaction'
import { RAIL } from './features'
import { focusNextPane } from './focus-next-pane'
import type { PaletteMode } from './Palette'
import { useTabCommands } from './use-tab-commands'

interface Openers {
  readonly openPalette: (mode: PaletteMode) => void
  readonly showKeys: () => void
}

function goCommands(open: (route: Route) => void): Command[] {
  return RAIL.flatMap(({ view, rail }) =>
    rail
      ? [
          {
            id: `go.${view}`,
            title: `Go to ${rail.label}`,
            keys: `g ${rail.key}`,
            group: 'Go',
            run: () => open({ view } as Route),
          },
        ]
      : [],
  )
}

/** What to say of a step that was taken back or brought back: `next` is the intent of the one that came next. */
function tellOf(
  done: 'Undone' | 'Redone',
  verb: 'undo' | 'redo',
  next: string | null,
  outcome: Result<Transaction | null>,
): string {
  if (!outcome.ok) return outcome.error.message
  if (outcome.value) return `${done}: ${describeIntent(outcome.value.intent)}`
  if (next === null) return `Nothing to ${verb}`
  return `Nothing is left to ${verb} of: ${describeIntent(next)}`
}

/** The commands that work everywhere. */
export function useGlobalCommands({ openPalette, showKeys }: Openers): void {
  const open = useNavigation((state) => state.open)
  useTabCommands()
  const { undo: undoable, redo: redoable } = useUndoState()
  const undo = useWorkflow(undoChange)
  const redo = useWorkflow(redoChange)
  const newNote = useWorkflow(createNote)
  const takeBack = async () => announce(tellOf('Undone', 'undo', undoable, await undo()))
  const bringBack = async () => announce(tellOf('Redone', 'redo', redoable, await redo()))
  const showHistory = () => {
    const id = findInHand()
    if (id === null) announce('Choose something first: its history is shown then.')
    else open({ view: 'history', id })
  }
  useCommands([
    ...goCommands(open),
    {
      id: 'go.palette',
      title: 'Commands',
      keys: '$mod+k',
      whileTyping: true,
      group: 'Go',
      run: () => openPalette('commands'),
    },
    {
      id: 'go.anything',
      title: 'Go to anything',
      keys: '$mod+p',
      whileTyping: true,
      group: 'Go',
      run: () => openPalette('places'),
    },
    {
      id: 'go.next-pane',
      title: 'Next pane',
      keys: 'F6',
      whileTyping: true,
      group: 'Go',
      run: focusNextPane,
    },
    {
      id: 'edit.find-everywhere',
      title: 'Search the notebook',
      keys: '$mod+Shift+f',
      whileTyping: true,
      group: 'Go',
      run: () => open({ view: 'search' }),
    },
    {
      id: 'edit.undo',
      title: undoable ? `Undo: ${describeIntent(undoable)}` : 'Undo',
      keys: '$mod+z',
      group: 'Edit',
      run: takeBack,
    },
    {
      id: 'edit.redo',
      title: redoable ? `Redo: ${describeIntent(redoable)}` : 'Redo',
      keys: '$mod+Shift+z',
      group: 'Edit',
      run: bringBack,
    },
    {
      id: 'view.history',
      title: 'History',
      keys: 'Alt+h',
      whileTyping: true,
      group: 'View',
      run: showHistory,
    },
    {
      id: 'file.new-note',
      title: 'New note',
      keys: '$mod+Alt+n',
      whileTyping: true,
      group: 'File',
      run: async () => {
        const id = await newNote()
        open({ view: 'notes', id })
      },
    },
    {
      id: 'app.settings',
      title: 'Settings',
      keys: '$mod+,',
      group: 'View',
      run: () => open({ view: 'settings' }),
    },
    {
      id: 'go.backups',
      title: 'Backups',
      group: 'Go',
      run: () => open({ view: 'settings', section: 'backups' }),
    },
    {
      id: 'go.same-quotes',
      title: 'Same quote in several articles',
      group: 'Go',
      run: () => open({ view: 'sameQuotes' }),
    },
    {
      id: 'go.agreement',
      title: 'Agreement between people',
      keys: 'g a',
      group: 'Go',
      run: () => open({ view: 'agreement' }),
    },
    { id: 'go.trash', title: 'Trash', group: 'Go', run: () => open({ view: 'trash' }) },
    { id: 'help.keys', title: 'Keys', keys: 'Shift+?', group: 'Help', run: showKeys },
  ])
}
