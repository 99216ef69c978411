import { announce } from '@renderer/navigation/tasks'
import { useAll } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { TextInput } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import { removeSavedView, saveView } from '@renderer/workflows/save-view'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Json } from '@shared/base/json'
import { type GraphSettings, readSettings } from '@shared/graph/graph-settings'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import styles from './Graph.module.css'

interface SavedSetsProps {
  readonly settings: GraphSettings
  readonly onApply: (settings: GraphSettings) => void
}

/** Filters kept under a name, to come back to. */
export function SavedSets({ settings, onApply }: SavedSetsProps) {
  const sets = useAll('savedView').filter(({ fields }) => fields.view === 'graph')
  const save = useWorkflow(saveView)
  const remove = useWorkflow(removeSavedView)
  const [name, setName] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    void save('graph', name.trim(), settings as unknown as Json).then((outcome) =>
      announce(outcome.ok ? `Kept as “${name.trim()}”.` : outcome.error.message),
    )
    setName('')
  }
  return (
    <section className={styles.group} aria-label="Saved sets">
      <h2 className={styles.heading}>Saved sets</h2>
      <ul>
        {sets.map(({ id, fields }) => (
          <li key={id} className={styles.saved}>
            <button
              type="button"
              className={styles.savedName}
              onClick={() => onApply(readSettings(fields.settings))}
            >
              {fields.name}
            </button>
            <IconButton icon={X} label={`Remove the set ${fields.name}`} onClick={() => void remove(id)} />
          </li>
        ))}
      </ul>
      <form className={styles.saved} onSubmit={keep}>
        <TextInput
          aria-label="Name for what is shown now"
          placeholder="Keep as…"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button size="small" type="submit" disabled={!name.trim()}>
          Keep
        </Button>
      </form>
    </section>
  )
}
