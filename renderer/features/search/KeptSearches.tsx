import { announce } from '@renderer/navigation/tasks'
import { useAll } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { IconButton } from '@renderer/ui/IconButton'
import { removeSavedView, saveView } from '@renderer/workflows/save-view'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { BookmarkPlus, X } from 'lucide-react'
import styles from './Search.module.css'

/** Searches that were kept, to be run again with one click; the query is its own name. */
export function KeptSearches({ words, onApply }: { words: string; onApply: (words: string) => void }) {
  const kept = useAll('savedView').filter(({ fields }) => fields.view === 'search')
  const save = useWorkflow(saveView)
  const remove = useWorkflow(removeSavedView)
  const query = words.trim()
  const keep = async () => {
    const outcome = await save('search', query, { words: query })
    announce(outcome.ok ? `The search “${query}” is kept.` : outcome.error.message)
  }
  const isKept = kept.some(({ fields }) => fields.name === query)
  if (kept.length === 0 && query === '') return null
  return (
    <ul className={styles.kept} aria-label="Kept searches">
      {kept.map(({ id, fields }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.keptName}
            aria-current={fields.name === query ? 'true' : undefined}
            onClick={() => onApply(fields.name)}
          >
            {fields.name}
          </button>
          <IconButton
            icon={X}
            label={`Let go of the search ${fields.name}`}
            onClick={() => void remove(id)}
          />
        </li>
      ))}
      {query !== '' && !isKept && (
        <li>
          <Button size="small" look="quiet" onClick={keep}>
            <BookmarkPlus size={14} aria-hidden="true" />
            Keep this search
          </Button>
        </li>
      )}
    </ul>
  )
}
