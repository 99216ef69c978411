import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Completion } from '@renderer/ui/Completion'
import { mergeEntities, splitEntity } from '@renderer/workflows/edit-entity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Entity } from '@shared/domain/entity'
import { describeKind } from '@shared/notebook/describe'
import { listEntities, mergedWith } from '@shared/notebook/people'
import { rankEntities } from '@shared/notebook/rank-entities'
import { useState } from 'react'
import styles from './People.module.css'

const SUGGESTED = 7

/** What was merged into an entry, to be split off again. */
function MergedParts({ entity }: { entity: Entity }) {
  const view = useNotebookView()
  const split = useWorkflow(splitEntity)
  const take = async (part: Entity) => {
    const outcome = await split(part.id)
    announce(outcome.ok ? `${part.fields.name} stands alone again.` : outcome.error.message)
  }
  return mergedWith(view, entity.id)
    .slice(1)
    .map((part) => (
      <p key={part.id} className={styles.part}>
        Holds <strong>{part.fields.name}</strong>
        <Button size="small" aria-label={`Split off ${part.fields.name}`} onClick={() => void take(part)}>
          Split off
        </Button>
      </p>
    ))
}

/** Says that another entry is the same; both can be taken apart again. */
export function MergeControl({ entity }: { entity: Entity }) {
  const view = useNotebookView()
  const merge = useWorkflow(mergeEntities)
  const [typed, setTyped] = useState('')
  const others = rankEntities(view, typed, SUGGESTED + 1).filter(({ id }) => id !== entity.id)
  const join = async (id: string) => {
    const outcome = await merge(entity.id, id)
    announce(outcome.ok ? 'Merged. Ctrl Z takes it back.' : outcome.error.message)
    setTyped('')
  }
  return (
    <section className={styles.merge} aria-label="Other entries that are the same">
      <MergedParts entity={entity} />
      {listEntities(view).length > 1 && (
        <Completion
          aria-label={`Merge another entry into ${entity.fields.name}`}
          placeholder="Is the same as …"
          value={typed}
          onChange={setTyped}
          choosesFirst
          suggestions={others.slice(0, SUGGESTED).map((other) => ({
            key: other.id,
            label: other.fields.name,
            note: other.fields.role ?? describeKind(other),
          }))}
          onChoose={({ key }) => void join(key)}
        />
      )}
    </section>
  )
}
