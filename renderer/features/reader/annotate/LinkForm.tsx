import { useAll } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Completion } from '@renderer/ui/Completion'
import { Select, TextInput } from '@renderer/ui/Field'
import { FieldRow } from '@renderer/ui/FieldRow'
import { createLink, createLinkedPassage, type LinkWish } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { AnyRecord } from '@shared/domain/kinds'
import { BUILT_IN_RELATIONS } from '@shared/domain/relation'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findRecords } from '@shared/notebook/find-records'
import type { PassageTask } from '../reader-context'
import { FormFrame } from './FormFrame'
import { useForm } from './use-form'

interface LinkTyped {
  readonly to: string | null
  readonly query: string
  /** A relation's key or id, or `new`. */
  readonly relation: string
  readonly label: string
  readonly inverse: string
  readonly comment: string
}

const EMPTY: LinkTyped = { to: null, query: '', relation: 'supports', label: '', inverse: '', comment: '' }

function wishOf({ to, relation, label, inverse, comment }: LinkTyped): LinkWish | null {
  if (!to || (relation === 'new' && label.trim() === '')) return null
  if (relation !== 'new') return { to, relation, comment }
  const reading = label.trim()
  const back = inverse.trim()
  return { to, relation: { label: reading, inverse: back || reading, symmetric: back === '' }, comment }
}

/** What a passage is linked to, by which relation, and why. */
export function LinkForm({ task }: { task: PassageTask }) {
  const { fields, set, passage, annotation, finish, cancel } = useForm<LinkTyped>(task, () => EMPTY)
  const create = useWorkflow(createLinkedPassage)
  const link = useWorkflow(createLink)
  const wish = wishOf(fields)
  const save = () => {
    if (wish) finish(annotation ? link(annotation.id, wish) : create(passage, wish), 'Linked')
  }
  return (
    <FormFrame label="Link" save={save} cancel={cancel} canSave={wish !== null}>
      <RelationFields fields={fields} set={set} />
      <TargetField fields={fields} set={set} without={annotation?.id ?? null} />
      <FieldRow label="Comment">
        {(attributes) => (
          <TextInput
            {...attributes}
            value={fields.comment}
            onChange={(event) => set({ comment: event.target.value })}
          />
        )}
      </FieldRow>
    </FormFrame>
  )
}

interface PartProps {
  readonly fields: LinkTyped
  readonly set: (change: Partial<LinkTyped>) => void
}

function RelationFields({ fields, set }: PartProps) {
  const own = useAll('relation')
  return (
    <>
      <FieldRow label="This">
        {(attributes) => (
          <Select
            {...attributes}
            value={fields.relation}
            onChange={(event) => set({ relation: event.target.value })}
          >
            {Object.entries(BUILT_IN_RELATIONS).map(([key, { label }]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
            {own.map(({ id, fields: { label } }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            <option value="new">another kind of link …</option>
          </Select>
        )}
      </FieldRow>
      {fields.relation === 'new' && (
        <>
          <FieldRow label="Reads">
            {(attributes) => (
              <TextInput
                {...attributes}
                value={fields.label}
                placeholder="quotes"
                onChange={(event) => set({ label: event.target.value })}
              />
            )}
          </FieldRow>
          <FieldRow label="From there" hint="How it reads from the other end; empty when it reads the same">
            {(attributes) => (
              <TextInput
                {...attributes}
                value={fields.inverse}
                placeholder="is quoted in"
                onChange={(event) => set({ inverse: event.target.value })}
              />
            )}
          </FieldRow>
        </>
      )}
    </>
  )
}

function TargetField({ fields, set, without }: PartProps & { without: string | null }) {
  const { view } = useReadableNotebook()
  const target = fields.to ? view.get(fields.to) : undefined
  const found: readonly AnyRecord[] =
    fields.to || fields.query.trim() === ''
      ? []
      : findRecords(view, fields.query, 8).filter(({ id }) => id !== without)
  return (
    <FieldRow label="What" hint={target ? describeKind(target) : null}>
      {(attributes) => (
        <Completion
          {...attributes}
          value={fields.query}
          onChange={(query) => set({ query, to: null })}
          placeholder="Article, claim, person, passage, note …"
          choosesFirst
          suggestions={found.map((record) => ({
            key: record.id,
            label: describeRecord(view, record),
            note: describeKind(record),
          }))}
          onChoose={({ key, label }) => set({ to: key, query: label })}
        />
      )}
    </FieldRow>
  )
}
