import { Dialog } from '@base-ui/react/dialog'
import { type Command, useCommandRegistry } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Keys } from '@renderer/ui/Keys'
import { describeRecord, KIND_NAMES } from '@shared/notebook/describe'
import { findRecords } from '@shared/notebook/find-records'
import { type KeyboardEvent, useMemo, useState } from 'react'
import styles from './Palette.module.css'

interface Entry {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly keys?: string | undefined
  readonly run: () => void
  /** Opens the place beside what is shown. */
  readonly runBeside?: () => void
}

const ROWS = 12

function matches(title: string, words: readonly string[]): boolean {
  const text = title.toLowerCase()
  return words.every((word) => text.includes(word))
}

function commandEntry(command: Command): Entry {
  return {
    key: command.id,
    title: command.title,
    note: command.group,
    keys: command.keys,
    run: command.run,
  }
}

function useEntries(query: string, mode: PaletteMode): readonly Entry[] {
  const commands = useCommandRegistry((state) => state.commands)
  const view = useNotebookView()
  const { open, openBeside } = useNavigation()
  return useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const named =
      mode === 'commands'
        ? [...commands.values()]
            .filter(({ title, id }) => id !== 'go.palette' && matches(title, words))
            .map(commandEntry)
        : []
    if (mode === 'commands' && words.length === 0) return named.slice(0, ROWS)
    const records = findRecords(view, query, ROWS).flatMap((record): Entry[] => {
      const route = routeOf(view, record.id)
      if (!route) return []
      return [
        {
          key: record.id,
          title: describeRecord(view, record),
          note: KIND_NAMES[record.kind],
          run: () => open(route),
          runBeside: () => openBeside(route),
        },
      ]
    })
    return [...named.slice(0, 6), ...records].slice(0, ROWS)
  }, [commands, view, query, mode, open, openBeside])
}

export type PaletteMode = 'commands' | 'places'

/** One line to give any command or go to anything by typing a part of its name. */
export function Palette({ mode, onClose }: { mode: PaletteMode | null; onClose: () => void }) {
  return (
    <Dialog.Root open={mode !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Popup
          className={styles.palette}
          aria-label={mode === 'places' ? 'Go to anything' : 'Commands'}
        >
          {mode && <PaletteBody mode={mode} onClose={onClose} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteBody({ mode, onClose }: { mode: PaletteMode; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const entries = useEntries(query, mode)
  const current = Math.min(index, Math.max(0, entries.length - 1))
  const choose = (entry: Entry | undefined, isBeside = false) => {
    if (!entry) return
    onClose()
    // The dialog gives the focus back first; what is chosen may then take it.
    setTimeout((isBeside && entry.runBeside) || entry.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && entries.length > 0) {
      event.preventDefault()
      setIndex((current + step + entries.length) % entries.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[current], event.altKey)
    }
  }
  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[current] ? `palette-${current}` : undefined}
        aria-label={mode === 'places' ? 'Go to anything' : 'Command or name'}
        placeholder={
          mode === 'places' ? 'Go to an article, person, claim, note …' : 'Type a command or a name …'
        }
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
        {entries.map((entry, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox that owns this list.
          <div
            key={entry.key}
            id={`palette-${row}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === current}
            className={styles.row}
            onClick={(event) => choose(entry, event.altKey)}
            onMouseMove={() => setIndex(row)}
          >
            <span className={styles.title}>{entry.title}</span>
            <span className={styles.note}>{entry.note}</span>
            {entry.keys && <Keys keys={entry.keys} />}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={styles.nothing}>Nothing by that name.</p>}
    </>
  )
}
