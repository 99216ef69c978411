import { runTask } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Dialog } from '@renderer/ui/Dialog'
import { Field, Select, TextInput } from '@renderer/ui/Field'
import { exportBundle } from '@renderer/workflows/export-bundle'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { closeOver, countKinds } from '@shared/notebook/select-records'
import { type FormEvent, useId, useState } from 'react'
import styles from './Bundles.module.css'

type Scope = 'everything' | `article ${string}` | `tag ${string}`

function Choice({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}

function ScopeSelect({
  attributes,
  scope,
  onChange,
}: {
  attributes: { id: string }
  scope: Scope
  onChange: (scope: Scope) => void
}) {
  const view = useNotebookView()
  return (
    <Select {...attributes} value={scope} onChange={(event) => onChange(event.target.value as Scope)}>
      <option value="everything">The whole notebook</option>
      <optgroup label="One article with what hangs on it">
        {view.all('article').map(({ id, fields }) => (
          <option key={id} value={`article ${id}`}>
            {fields.title || 'Untitled article'}
          </option>
        ))}
      </optgroup>
      <optgroup label="What carries a tag">
        {view.all('tag').map(({ id, fields }) => (
          <option key={id} value={`tag ${id}`}>
            {fields.label}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}

/** Chooses what goes into a bundle and writes it. */
export function ExportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const view = useNotebookView()
  const write = useWorkflow(exportBundle)
  const form = useId()
  const [name, setName] = useState('My notebook')
  const [scope, setScope] = useState<Scope>('everything')
  const [fullText, setFullText] = useState(true)
  const [privateNotes, setPrivateNotes] = useState(false)
  const [asZip, setAsZip] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const only = scope === 'everything' ? null : closeOver(view, scope.split(' ')[1] ?? '')
  const close = () => {
    setFailure(null)
    setSaved(null)
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    const wish = { name, only: only && [...only], fullText, privateNotes, asZip }
    const outcome = await runTask('Writing the bundle', (progress, signal) => write(wish, progress, signal))
    if (!outcome.ok) setFailure(outcome.error.message)
    else if (outcome.value !== null) setSaved(outcome.value)
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title="Export a bundle"
      lead="One file that colleagues open, check and merge. It is signed with your key."
      actions={
        <>
          <Button onClick={close}>{saved ? 'Close' : 'Cancel'}</Button>
          <Button look="primary" type="submit" form={form}>
            Export
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <Field label="Name">
          {(attributes) => (
            <TextInput
              {...attributes}
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="What goes in" hint={countKinds(view, only)}>
          {(attributes) => <ScopeSelect attributes={attributes} scope={scope} onChange={setScope} />}
        </Field>
        <Choice label="With the full text of the articles" checked={fullText} onChange={setFullText} />
        <Choice label="With private notes" checked={privateNotes} onChange={setPrivateNotes} />
        <Choice label="As .zip, for a colleague without Florilegium" checked={asZip} onChange={setAsZip} />
      </form>
      {failure && <Callout tone="danger">{failure}</Callout>}
      {saved && <Callout tone="info">Saved as {saved}.</Callout>}
    </Dialog>
  )
}
