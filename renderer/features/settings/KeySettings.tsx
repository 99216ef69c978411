import { type Command, useCommandRegistry } from '@renderer/navigation/commands'
import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { Keys } from '@renderer/ui/Keys'
import { type KeyboardEvent, useState } from 'react'
import styles from './Settings.module.css'

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta']

/** A pressed chord in tinykeys' notation, or null while only modifiers are down. */
function chordOf(event: KeyboardEvent): string | null {
  if (MODIFIERS.includes(event.key)) return null
  const parts = [
    event.ctrlKey || event.metaKey ? '$mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.key.length === 1 ? event.key.toLowerCase() : event.key,
  ]
  return parts.filter(Boolean).join('+')
}

function KeyRow({
  command,
  keys,
  onChange,
}: {
  command: Command
  keys: string
  onChange: (keys: string | null) => void
}) {
  const [isListening, setIsListening] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isListening) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setIsListening(false)
    const chord = chordOf(event)
    if (!chord) return
    setIsListening(false)
    onChange(chord)
  }
  return (
    <tr>
      <th scope="row">{command.title}</th>
      <td>
        <Button
          size="small"
          look="quiet"
          aria-label={`Change the keys of ${command.title}`}
          onClick={() => setIsListening(true)}
          onKeyDown={onKeyDown}
          onBlur={() => setIsListening(false)}
        >
          {isListening ? 'Press the new keys …' : <Keys keys={keys} />}
        </Button>
      </td>
      <td>
        {keys !== command.keys && (
          <Button size="small" look="quiet" onClick={() => onChange(null)}>
            As before
          </Button>
        )}
      </td>
    </tr>
  )
}

/** The keys of the commands that work everywhere, to change. */
export function KeySettings() {
  const commands = useCommandRegistry((state) => state.commands)
  const [remapped, setRemapped] = useLocal<Record<string, string>>('keys', {})
  const change = (id: string, keys: string | null) => {
    const { [id]: _, ...rest } = remapped
    setRemapped(keys === null ? rest : { ...rest, [id]: keys })
  }
  return (
    <section className={styles.section}>
      <h2>Keys</h2>
      <table className={styles.keys}>
        <tbody>
          {[...commands.values()]
            .filter(({ keys }) => keys)
            .map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                keys={remapped[command.id] ?? command.keys ?? ''}
                onChange={(keys) => change(command.id, keys)}
              />
            ))}
        </tbody>
      </table>
    </section>
  )
}
