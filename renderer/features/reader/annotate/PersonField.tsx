import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Completion } from '@renderer/ui/Completion'
import { FieldRow } from '@renderer/ui/FieldRow'
import { findEntityNamed } from '@shared/notebook/find-entity'
import { rankEntities } from '@shared/notebook/rank-entities'
import type { RefObject } from 'react'

interface PersonFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly input?: RefObject<HTMLInputElement | null>
}

const SPEAKING = ['person', 'organisation'] as const
const SUGGESTED = 7

/** Somebody by name, alias or role, completed from the people of the notebook; an unknown name makes a new person. */
export function PersonField({ label, value, onChange, input }: PersonFieldProps) {
  const view = useNotebookView()
  const known = findEntityNamed(view, value)
  const suggestions =
    known && known.fields.name === value.trim() ? [] : rankEntities(view, value, SUGGESTED, SPEAKING)
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
