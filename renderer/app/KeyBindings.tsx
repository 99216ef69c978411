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

/** How long the second key of a sequence may take, in milliseconds; tinykeys' own patience. */
const PATIENCE = 1_000

/** Remembers the key before this one, so that the L of “G then L” is not also taken for L alone. */
class KeyBefore {
  #last = { key: '', time: 0 }
  #before = { key: '', time: 0 }

  note(event: KeyboardEvent): void {
    this.#before = this.#last
    this.#last = { key: event.key.toLowerCase(), time: event.timeStamp }
  }

  /** Whether this key ends one of the sequences. */
  endsSequence(keys: string, sequences: ReadonlySet<string>): boolean {
    const isInTime = this.#last.time - this.#before.time < PATIENCE
    return isInTime && sequences.has(`${this.#before.key} ${keys}`)
  }
}

/** Gives commands by their keys, wherever the focus is. `remapped` holds the user's own keys by command id. */
export function KeyBindings({ remapped }: { remapped: Readonly<Record<string, string>> }) {
  const commands = useCommandRegistry((state) => state.commands)
  useEffect(() => {
    const before = new KeyBefore()
    const note = (event: KeyboardEvent) => before.note(event)
    const sequences = new Set<string>()
    const bindings: Record<string, (event: KeyboardEvent) => void> = {}
    // What comes later takes the keys: the mode one is in goes before what its keys mean otherwise.
    const ordered = [...commands.values()].sort(
      (a, b) => Number(a.isMode ?? false) - Number(b.isMode ?? false),
    )
    for (const command of ordered) {
      const keys = remapped[command.id] ?? command.keys
      if (!keys) continue
      if (keys.includes(' ')) sequences.add(keys)
      bindings[keys] = (event) => {
        if (!mayRun(event, command) || before.endsSequence(keys, sequences)) return
        event.preventDefault()
        command.run()
      }
    }
    window.addEventListener('keydown', note, true)
    const stop = tinykeys(window, bindings)
    return () => {
      window.removeEventListener('keydown', note, true)
      stop()
    }
  }, [commands, remapped])
  return null
}
