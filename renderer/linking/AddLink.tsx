import { announce } from '@renderer/navigation/tasks'
import { useAll, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Completion } from '@renderer/ui/Completion'
import { Select, TextInput } from '@renderer/ui/Field'
import { createLink } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { BUILT_IN_RELATIONS } from '@shared/domain/relation'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findRecords } from '@shared/notebook/find-records'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import styles from './Links.module.css'

const FOUND = 8

/** Links a record to another: which relation, to what, and a comment. Kinds of one's own are made in a passage's link form. */
export function AddLink({ id }: { id: Id }) {
  const view = useNotebookView()
  const own = useAll('relation')
  const link = useWorkflow(createLink)
  const [isOpen, setIsOpen] = useState(false)
  const [relation, setRelation] = useState('supports')
  const [query, setQuery] = useState('')
  const [to, setTo] = useState<Id | null>(null)
  const [comment, setComment] = useState('')
  const leave = () => {
    setIsOpen(false)
    setQuery('')
    setTo(null)
    setComment('')
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!to) return
    const outcome = await link(id, { to, relation, comment }).saved
    announce(outcome.ok ? 'Linked' : outcome.error.message)
    leave()
  }
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setIsOpen(true)}>
        <Plus size={13} aria-hidden="true" />
        Add a link
      </Button>
    )
  }
  const found =
    to || !query.trim() ? [] : findRecords(view, query, FOUND + 1).filter((record) => record.id !== id)
  return (
    <form className={styles.add} aria-label="Add a link" onSubmit={save}>
      <Select
        aria-label="How it is linked"
        value={relation}
        onChange={(event) => setRelation(event.target.value)}
      >
        {Object.entries(BUILT_IN_RELATIONS).map(([key, { label }]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        {own.map((record) => (
          <option key={record.id} value={record.id}>
            {record.fields.label}
          </option>
        ))}
      </Select>
      <Completion
        aria-label="To what"
        placeholder="Article, claim, person, passage, note …"
        value={query}
        choosesFirst
        onChange={(text) => {
          setQuery(text)
          setTo(null)
        }}
        suggestions={found.slice(0, FOUND).map((record) => ({
          key: record.id,
          label: describeRecord(view, record),
          note: describeKind(record),
        }))}
        onChoose={({ key, label }) => {
          setTo(key)
          setQuery(label)
        }}
      />
      <TextInput
        aria-label="Comment"
        placeholder="Comment"
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className={styles.addActions}>
        <Button size="small" look="primary" type="submit" disabled={!to}>
          Link
        </Button>
        <Button size="small" look="quiet" onClick={leave}>
          Leave
        </Button>
      </div>
    </form>
  )
}
