import { Links } from '@renderer/linking/Links'
import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { SavedField } from '@renderer/navigation/SavedField'
import { Field, Select } from '@renderer/ui/Field'
import { MeasuredPage } from '@renderer/ui/ListAndPage'
import { WithoutSource } from '@renderer/weighing/WithoutSource'
import { editEntity } from '@renderer/workflows/edit-entity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { ENTITY_TYPES, type Entity } from '@shared/domain/entity'
import { MergeControl } from './MergeControl'
import styles from './People.module.css'
import { PersonClaims } from './PersonClaims'
import { SaidList } from './SaidList'
import { TYPE_NAMES } from './type-names'

/** All that is known of one person: names, role, everything said, links. */
export function PersonPage({ entity }: { entity: Entity }) {
  const save = useWorkflow(editEntity)
  const { fields } = entity
  return (
    <MeasuredPage>
      <h2 className={styles.title} dir="auto">
        {fields.name}
      </h2>
      <div className={styles.fields}>
        <SavedField
          key={`name ${entity.id}`}
          name={`${entity.id} name`}
          label="Name"
          value={fields.name}
          isNeeded
          onSave={(name) => save(entity.id, { name: name.trim() })}
        />
        <SavedField
          key={`role ${entity.id}`}
          name={`${entity.id} role`}
          label="Role"
          value={fields.role ?? ''}
          onSave={(role) => save(entity.id, { role: role.trim() || null })}
        />
        <SavedField
          key={`aliases ${entity.id}`}
          name={`${entity.id} aliases`}
          label="Other names"
          hint="Parted by semicolons"
          value={fields.aliases.join('; ')}
          onSave={(names) =>
            save(entity.id, {
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
                  {TYPE_NAMES[type].one}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <MergeControl entity={entity} />
      <SaidList entity={entity} />
      <PersonClaims entity={entity} />
      <WithoutSource sources={[{ source: entity.id, label: fields.name }]} about={fields.name} />
      <Links id={entity.id} />
      <div>
        <HistoryButton id={entity.id} />
      </div>
    </MeasuredPage>
  )
}
