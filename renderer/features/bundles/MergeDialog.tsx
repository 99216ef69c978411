import { useIncoming } from '@renderer/navigation/incoming'
import { announce, runTask } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Dialog } from '@renderer/ui/Dialog'
import {
  type BundlePreview,
  type ChangeKind,
  mergeBundle,
  type PreviewedRecord,
  previewBundle,
} from '@renderer/workflows/import-bundle'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { useEffect, useState } from 'react'
import styles from './Bundles.module.css'

const CHANGES: readonly { change: ChangeKind; label: string }[] = [
  { change: 'added', label: 'Added' },
  { change: 'changed', label: 'Changed' },
  { change: 'differing', label: 'In difference, to settle in the Inbox' },
  { change: 'deleted', label: 'Moved to the trash' },
]
const SHOWN = 30
const HIDDEN_KINDS: readonly string[] = [
  'version',
  'decision',
  'contributor',
  'savedView',
  'relation',
  'link',
]

const SIGNATURES = {
  missing: 'This bundle is not signed: nobody vouches for who wrote it.',
  bad: 'The signature does not fit this bundle: it was changed after it was signed, or damaged. Ask for it again.',
} as const

function Group({ label, records }: { label: string; records: readonly PreviewedRecord[] }) {
  const view = useNotebookView()
  if (records.length === 0) return null
  const shown = records.filter(({ kind }) => !HIDDEN_KINDS.includes(kind)).slice(0, SHOWN)
  return (
    <details className={styles.group} open={records.length <= SHOWN}>
      <summary>
        {label} <span className={styles.number}>{records.length}</span>
      </summary>
      <ul>
        {shown.map(({ id, after }) => (
          <li key={id} className={styles.row}>
            <span className={styles.kind}>{describeKind(after)}</span>
            <span dir="auto" className={styles.words}>
              {describeRecord(view, after)}
            </span>
          </li>
        ))}
      </ul>
      {records.length > shown.length && (
        <p className={styles.kind}>
          and {records.length - shown.length} more, with their texts, links and dates
        </p>
      )}
    </details>
  )
}

function Preview({ preview }: { preview: BundlePreview }) {
  const { records, same, bundle } = preview
  const { signature } = bundle
  return (
    <>
      {signature.state !== 'good' && (
        <Callout tone={signature.state === 'bad' ? 'danger' : 'warning'}>
          {SIGNATURES[signature.state]}
        </Callout>
      )}
      {signature.state === 'good' && (
        <Callout tone="info">
          Every file is as its author signed it. Key {signature.key.slice(0, 12)}…
        </Callout>
      )}
      {records.length === 0 && <p>All of it is here already. Merging would change nothing.</p>}
      {CHANGES.map(({ change, label }) => (
        <Group key={change} label={label} records={records.filter((record) => record.change === change)} />
      ))}
      {same > 0 && records.length > 0 && <p className={styles.kind}>{same} are here already.</p>}
    </>
  )
}

/** Shows what a colleague's bundle would change, and merges it on the user's word. */
export function MergeDialog() {
  const { bundles, settleBundle, receive } = useIncoming()
  const file = bundles[0]
  const look = useWorkflow(previewBundle)
  const merge = useWorkflow(mergeBundle)
  const [preview, setPreview] = useState<BundlePreview | null>(null)
  useEffect(() => {
    if (!file) return
    let isWanted = true
    void runTask(`Checking ${file.name}`, (progress) => look(file.bytes, progress)).then((outcome) => {
      if (!isWanted) return
      if (outcome.ok) return setPreview(outcome.value)
      settleBundle()
      receive([], [`${file.name}: ${outcome.error.message}`])
    })
    return () => {
      isWanted = false
    }
  }, [file, look, settleBundle, receive])
  const leave = () => {
    preview?.bundle.close()
    setPreview(null)
    settleBundle()
  }
  const accept = async () => {
    if (!preview) return
    const outcome = await runTask('Merging', (progress) => merge(preview, progress))
    setPreview(null)
    settleBundle()
    if (outcome.ok)
      announce(
        `Merged: ${outcome.value.added} added, ${outcome.value.updated} changed. Ctrl Z takes it back.`,
      )
    else receive([], [outcome.error.message])
  }
  const isNews = (preview?.records.length ?? 0) > 0
  return (
    <Dialog
      open={preview !== null}
      onClose={leave}
      title={preview ? `“${preview.bundle.info.title}”` : 'A bundle'}
      lead={file ? `${file.name}: this is what merging it would change. Nothing is changed yet.` : undefined}
      actions={
        <>
          <Button onClick={leave}>{isNews ? 'Leave it' : 'Close'}</Button>
          {isNews && (
            <Button look="primary" onClick={accept}>
              Merge
            </Button>
          )}
        </>
      }
    >
      {preview && <Preview preview={preview} />}
    </Dialog>
  )
}
