import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { keepApart, mergeEntities } from '@renderer/workflows/edit-entity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { findLookAlikes } from '@shared/notebook/look-alikes'
import styles from './People.module.css'

const SHOWN = 5

/** Names that may be one person, to merge or to keep apart. */
export function LookAlikes() {
  const view = useNotebookView()
  const merge = useWorkflow(mergeEntities)
  const apart = useWorkflow(keepApart)
  const pairs = findLookAlikes(view)
  if (pairs.length === 0) return null
  return (
    <section className={styles.alike} aria-label="Possibly the same">
      <h2>Possibly the same</h2>
      {pairs.slice(0, SHOWN).map(({ one, other, reason }) => {
        const [kept, gone] = one.fields.name.length >= other.fields.name.length ? [one, other] : [other, one]
        return (
          <div key={`${one.id} ${other.id}`} className={styles.pair}>
            <p>
              <strong>{kept.fields.name}</strong> and <strong>{gone.fields.name}</strong>
              <span className={styles.about}>{reason}</span>
            </p>
            <Button
              size="small"
              onClick={() =>
                void merge(kept.id, gone.id).then(() => announce('Merged. Ctrl Z takes it back.'))
              }
            >
              Merge
            </Button>
            <Button size="small" look="quiet" onClick={() => void apart(one.id, other.id)}>
              Not the same
            </Button>
          </div>
        )
      })}
    </section>
  )
}
