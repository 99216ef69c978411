import { useEffect, useRef } from 'react'
import { create } from 'zustand'

/** Something the user can do by name (palette), by keys, by menu, by button. */
export interface Command {
  readonly id: string
  readonly title: string
  /** In tinykeys' notation, such as `$mod+k` or `g l`. */
  readonly keys?: string
  /** Keys that also work while the caret is in a text field. */
  readonly whileTyping?: boolean
  /** While it is offered, its keys mean it and not what they mean otherwise. */
  readonly isMode?: boolean
  readonly group: 'File' | 'Edit' | 'Go' | 'View' | 'Passage' | 'Review' | 'Help'
  readonly run: () => void
}

interface Registry {
  readonly commands: ReadonlyMap<string, Command>
  /** Adds and removes all at once: whoever follows the registry is told once. */
  add(commands: readonly Command[]): void
  remove(commands: readonly Command[]): void
}

/** The commands that can be given now: views add theirs while they are shown. */
export const useCommandRegistry = create<Registry>((set) => ({
  commands: new Map(),
  add: (added) =>
    set(({ commands }) => ({
      commands: new Map([...commands, ...added.map((command) => [command.id, command] as const)]),
    })),
  remove: (removed) =>
    set(({ commands }) => ({
      commands: new Map([...commands].filter(([, command]) => !removed.includes(command))),
    })),
}))

/** Offers commands while the component is shown; their `run` is always the latest one. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const signature = commands.map(({ id, keys, title }) => `${id} ${keys ?? ''} ${title}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the commands' identity.
  useEffect(() => {
    if (latest.current.length === 0) return
    const { add, remove } = useCommandRegistry.getState()
    const registered = latest.current.map(
      (command, index): Command => ({ ...command, run: () => latest.current[index]?.run() }),
    )
    add(registered)
    return () => remove(registered)
  }, [signature])
}

/** Gives a command by its id; false when it can't be given now. */
export function runCommand(id: string): boolean {
  const command = useCommandRegistry.getState().commands.get(id)
  command?.run()
  return command !== undefined
}
