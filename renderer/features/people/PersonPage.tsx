import { Links } from '@renderer/linking/Links'
import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Field, Select, TextInput } from '@renderer/ui/Field'
import { editEntity, mergeEntities, splitEntity } from '@renderer/workflows/edit-entity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { ENTITY_TYPES, type Entity } from '@shared/domain/entity'
import { listEntities, mergedWith } from '@shared/notebook/people'
import { useState } from 'react'
import styles from './People.module.css'
import { SaidList } from './SaidList'

const TYPE_NAMES = {
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  event: 'Event',
  work: 'Work',
} as const

/** A field that saves when one leaves it. */
function SavedText({
  label,
  hint,
  value,
  onSave,
}: {
  label: string
  hint?: string
  value: string
  onSave: (value: string) => void
}) {
  const [text, setText] = useState(value)
  const save = () => text !== value && onSave(text)
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(attributes) => (
        <TextInput
          {...attributes}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </Field>
  )
}

function MergeControl({ entity }: { entity: Entity }) {
  const view = useNotebookView()
  const merge = useWorkflow(mergeEntities)
  const split = useWorkflow(splitEntity)
  const [other, setOther] = useState('')
  const others = listEntities(view).filter(({ id }) => id !== entity.id)
  const merged = mergedWith(view, entity.id).slice(1)
  const join = async () => {
    const outcome = await merge(entity.id, other)
    announce(outcome.ok ? 'Merged. Ctrl Z takes it back.' : outcome.error.message)
    setOther('')
  }
  return (
    <section className={styles.merge}>
      {merged.map((part) => (
        <p key={part.id} className={styles.part}>
          Holds <strong>{part.fields.name}</strong>
          <Button
            size="small"
            onClick={() =>
              void split(part.id).then(() => announce(`${part.fields.name} stands alone again.`))
            }
          >
            Split off
          </Button>
        </p>
      ))}
      {others.length > 0 && (
        <p className={styles.part}>
          <Select
            aria-label={`Same as ${entity.fields.name}`}
            value={other}
            onChange={(event) => setOther(event.target.value)}
          >
            <option value="">Is the same as …</option>
            {others.map(({ id, fields }) => (
              <option key={id} value={id}>
                {fields.name}
              </option>
            ))}
          </Select>
          <Button size="small" disabled={!other} onClick={join}>
            Merge
          </Button>
        </p>
      )}
    </section>
  )
}

/** All that is known of one person: names, role, everything said, links. */
export function PersonPage({ entity }: { entity: Entity }) {
  const save = useWorkflow(editEntity)
  const { fields } = entity
  return (
    <article className={styles.person}>
      <h2 className={styles.title} dir="auto">
        {fields.name}
      </h2>
      <div className={styles.fields}>
        <SavedText
          key={`name ${fields.name}`}
          label="Name"
          value={fields.name}
          onSave={(name) => name.trim() && void save(entity.id, { name: name.trim() })}
        />
        <SavedText
          key={`role ${fields.role}`}
          label="Role"
          value={fields.role ?? ''}
          onSave={(role) => void save(entity.id, { role: role.trim() || null })}
        />
        <SavedText
          key={`aliases ${fields.aliases.join()}`}
          label="Other names"
          hint="Parted by semicolons"
          value={fields.aliases.join('; ')}
          onSave={(names) =>
            void save(entity.id, {
              aliases: names
                .split(';')
                .map((name) => name.trim())
                .filter(Boolean),
            })
          }
        />
        <Field label="Kind">
          {(attributes) => (
            <Select
              {...attributes}
              value={fields.entityType}
              onChange={(event) =>
                void save(entity.id, { entityType: event.target.value as Entity['fields']['entityType'] })
              }
            >
              {ENTITY_TYPES.map((type) => (
                <option key={type} value={type}>
                  {TYPE_NAMES[type]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <MergeControl entity={entity} />
      <SaidList entity={entity} />
      <Links id={entity.id} />
    </article>
  )
}
