import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Completion } from '@renderer/ui/Completion'
import { createTaggedPassage, tagRecord } from '@renderer/workflows/tag-record'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Tag } from '@shared/domain/tag'
import { findRecords } from '@shared/notebook/find-records'
import { X } from 'lucide-react'
import type { PassageTask } from '../reader-context'
import styles from './Annotate.module.css'
import { FormFrame } from './FormFrame'
import { useForm } from './use-form'

interface TagTyped {
  readonly labels: readonly string[]
  readonly typed: string
}

const withTyped = ({ labels, typed }: TagTyped): readonly string[] =>
  [...new Set([...labels, ...typed.split(',').map((label) => label.trim())])].filter(Boolean)

/** Tags for a passage, completed from those there are; new words make new tags, commas part several. */
export function TagForm({ task }: { task: PassageTask }) {
  const { view } = useReadableNotebook()
  const { fields, set, passage, annotation, finish, cancel } = useForm<TagTyped>(task, () => ({
    labels: [],
    typed: '',
  }))
  const create = useWorkflow(createTaggedPassage)
  const tag = useWorkflow(tagRecord)
  const labels = withTyped(fields)
  const lastWord = fields.typed.split(',').at(-1)?.trim() ?? ''
  const found = lastWord === '' ? [] : (findRecords(view, lastWord, 7, ['tag']) as Tag[])
  const save = () => {
    const words = labels.length === 1 ? 'Tagged' : `Tagged with ${labels.length} tags`
    if (annotation) finish({ id: annotation.id, saved: tag('annotation', annotation.id, labels) }, words)
    else finish(create(passage, labels), words)
  }
  return (
    <FormFrame label="Tags" save={save} cancel={cancel} canSave={labels.length > 0}>
      {fields.labels.length > 0 && (
        <ul className={styles.chips}>
          {fields.labels.map((label) => (
            <li key={label}>
              {label}
              <button
                type="button"
                aria-label={`Leave out ${label}`}
                onClick={() => set({ labels: fields.labels.filter((other) => other !== label) })}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Completion
        aria-label="Tag"
        value={fields.typed}
        placeholder="A tag, or several with commas"
        onChange={(typed) => set({ typed })}
        suggestions={found
          .filter(({ fields: { label } }) => label !== lastWord)
          .map(({ id, fields: { label } }) => ({ key: id, label }))}
        onChoose={({ label }) => {
          const earlier = fields.typed
            .split(',')
            .slice(0, -1)
            .map((part) => part.trim())
          set({ labels: [...new Set([...fields.labels, ...earlier.filter(Boolean), label])], typed: '' })
        }}
      />
    </FormFrame>
  )
}
