import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Dialog } from '@renderer/ui/Dialog'
import { describeSize } from '@renderer/ui/describe-size'
import { Field, TextInput } from '@renderer/ui/Field'
import { type ExportChoice, exportBundle } from '@renderer/workflows/export-bundle'
import { ownContributor } from '@renderer/workflows/name-contributor'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { DEFAULT_SETTINGS } from '@shared/graph/graph-settings'
import { selectRecords } from '@shared/notebook/select-records'
import { type FormEvent, useId, useMemo, useState } from 'react'
import styles from './Bundles.module.css'
import { Choice } from './Choice'
import { ExportLock } from './ExportLock'
import { ExportScope } from './ExportScope'
import { ExportSummary } from './ExportSummary'
import { EMPTY_FORM, type ExportForm, findFaults, lockOf, scopeOf } from './export-form'
import { Progress } from './Progress'
import { useExportSummary } from './use-export-summary'
import { useWork } from './use-work'

/** What the form's part of the notebook is; keeps its identity until the form or the notebook changes. */
function useChoice(form: ExportForm, isOpen: boolean): ExportChoice | null {
  const view = useNotebookView()
  const { revision } = view
  const [settings] = useLocal<unknown>('graph:settings', DEFAULT_SETTINGS)
  const tabs = useNavigation((state) => state.tabs)
  const route = tabs.find((tab) => tab.route.view === 'graph')?.route
  const focus = route?.view === 'graph' ? (route.focus ?? null) : null
  const { reach, articles, tag, centre, depth, savedView, found, fullText, privateNotes } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for the notebook, the fields for the form.
  return useMemo(() => {
    if (!isOpen) return null
    const scope = scopeOf(view, form, { settings, focus })
    return { only: selectRecords(view, scope), fullText, privateNotes }
  }, [
    isOpen,
    revision,
    settings,
    focus,
    reach,
    articles,
    tag,
    centre,
    depth,
    savedView,
    found,
    fullText,
    privateNotes,
  ])
}

/** Chooses what goes into a bundle, says what that is, and writes it. */
export function ExportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const write = useWorkflow(exportBundle)
  const own = useWorkflow(ownContributor)()
  const formId = useId()
  const [form, setForm] = useState(EMPTY_FORM)
  const [showsFaults, setShowsFaults] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const { work, run } = useWork()
  const choice = useChoice(form, open)
  const summary = useExportSummary(choice)
  const faults = findFaults(form)
  const change = (part: Partial<ExportForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setSaved(null)
  }
  const close = () => {
    work?.stop()
    setFailure(null)
    setSaved(null)
    setShowsFaults(false)
    setForm((before) => ({ ...before, passphrase: '', repeated: '' }))
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    setSaved(null)
    setShowsFaults(true)
    if (!choice || work || Object.values(faults).some((fault) => fault !== null)) return
    const { name, asZip, signed } = form
    const wish = { ...choice, name, asZip, signed, lock: lockOf(form) }
    const outcome = await run((progress, signal) => write(wish, progress, signal))
    if (!outcome.ok)
      return setFailure(
        outcome.error.code === 'stopped' ? 'Stopped. Nothing was written.' : outcome.error.message,
      )
    if (outcome.value === null) return
    const sentence = describeOutcome(form, outcome.value)
    setSaved(sentence)
    announce(sentence)
  }
  const isEmpty = choice?.only?.size === 0
  return (
    <Dialog
      open={open}
      onClose={close}
      width="wide"
      title="Export a bundle"
      lead="One file that colleagues open, check and merge; in any browser it can be read without the app."
      actions={
        <>
          <Button onClick={close}>{saved ? 'Close' : 'Cancel'}</Button>
          <Button look="primary" type="submit" form={formId} disabled={isEmpty || work !== null}>
            Export
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <form id={formId} onSubmit={submit} className={styles.form}>
          <Field label="Name">
            {(attributes) => (
              <TextInput
                {...attributes}
                required
                value={form.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
          <ExportScope form={form} onChange={change} />
          <Choice
            label="With the full text of the articles"
            checked={form.fullText}
            onChange={(fullText) => change({ fullText })}
          />
          <Choice
            label="With private notes"
            checked={form.privateNotes}
            onChange={(privateNotes) => change({ privateNotes })}
          />
          <Choice
            label="Signed with your key"
            hint={
              own
                ? `As ${own.fields.name || 'somebody without a name'}: colleagues see that nobody changed it.`
                : 'You have made nothing here yet: the signature will bear no name.'
            }
            checked={form.signed}
            onChange={(signed) => change({ signed })}
          />
          <ExportLock form={form} faults={showsFaults ? faults : null} onChange={change} />
          <Choice
            label="As .zip, for a colleague without Florilegium"
            checked={form.asZip}
            onChange={(asZip) => change({ asZip })}
          />
        </form>
        <ExportSummary form={form} summary={summary} />
      </div>
      {isEmpty && <Callout tone="info">Choose what goes in: there is nothing in this yet.</Callout>}
      {work && <Progress label="Writing the bundle" work={work} expected={summary?.bytes ?? 0} />}
      {failure && <Callout tone="danger">{failure}</Callout>}
      {saved && <Callout tone="info">{saved}</Callout>}
    </Dialog>
  )
}

function describeOutcome(
  { signed, lock, fullText }: ExportForm,
  { name, bytes }: { readonly name: string; readonly bytes: number },
): string {
  const ways = [
    signed ? 'signed with your key' : 'not signed',
    { none: '', passphrase: 'locked with the passphrase', people: 'locked for those with the keys' }[lock],
    fullText ? '' : 'without the articles’ full text',
  ].filter(Boolean)
  return `Saved as ${name}, ${describeSize(bytes)}: ${ways.join(', ')}.`
}
