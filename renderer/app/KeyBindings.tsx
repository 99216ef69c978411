import { type Command, useCommandRegistry } from '@renderer/navigation/commands'
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

/** Single keys are for reading; they never fire while something is being typed or asked. */
function mayRun(event: KeyboardEvent, command: Command): boolean {
  if (event.defaultPrevented) return false
  const isChord = event.ctrlKey || event.metaKey || event.altKey
  if (isTyping(event.target)) return isChord && command.whileTyping === true
  return isChord || !isInDialog(event.target)
}

/** Gives commands by their keys, wherever the focus is. `remapped` holds the user's own keys by command id. */
export function KeyBindings({ remapped }: { remapped: Readonly<Record<string, string>> }) {
  const commands = useCommandRegistry((state) => state.commands)
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    for (const command of commands.values()) {
      const keys = remapped[command.id] ?? command.keys
      if (!keys) continue
      bindings[keys] = (event) => {
        if (!mayRun(event, command)) return
        event.preventDefault()
        command.run()
      }
    }
    return tinykeys(window, bindings)
  }, [commands, remapped])
  return null
}
