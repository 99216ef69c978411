import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Completion } from '@renderer/ui/Completion'
import { FieldRow } from '@renderer/ui/FieldRow'
import type { Entity } from '@shared/domain/entity'
import { findEntity, findEntityNamed } from '@shared/notebook/find-entity'
import { findRecords } from '@shared/notebook/find-records'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { RefObject } from 'react'

interface PersonFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly input?: RefObject<HTMLInputElement | null>
}

const SPEAKING = ['person', 'organisation']

function suggestPeople(view: NotebookView, typed: string): Entity[] {
  if (typed.trim() === '') return []
  const found = findRecords(view, typed, 24, ['entity']) as Entity[]
  const people = found.flatMap(({ id }) => findEntity(view, id) ?? [])
  const speaking = [...new Set(people)].filter(({ fields }) => SPEAKING.includes(fields.entityType))
  return speaking.slice(0, 7)
}

/** Somebody by name, alias or role, completed from the people of the notebook; an unknown name makes a new person. */
export function PersonField({ label, value, onChange, input }: PersonFieldProps) {
  const view = useNotebookView()
  const known = findEntityNamed(view, value)
  const suggestions = known && known.fields.name === value.trim() ? [] : suggestPeople(view, value)
  const hint =
    value.trim() === ''
      ? null
      : (known?.fields.role ?? (known ? null : 'Not in the notebook yet: will be added'))
  return (
    <FieldRow label={label} hint={hint}>
      {(attributes) => (
        <Completion
          {...attributes}
          {...(input ? { ref: input } : {})}
          value={value}
          onChange={onChange}
          choosesFirst
          suggestions={suggestions.map(({ id, fields }) => ({
            key: id,
            label: fields.name,
            note: fields.role ?? fields.aliases[0],
          }))}
          onChoose={(chosen) => onChange(chosen.label)}
        />
      )}
    </FieldRow>
  )
}
