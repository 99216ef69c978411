import { announce, runTask } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Dialog } from '@renderer/ui/Dialog'
import { describeMoment } from '@renderer/ui/relative-time'
import type { BackupEntry } from '@renderer/workflows/list-backups'
import type { OpenedBackup } from '@renderer/workflows/open-backup'
import { restoreBackup } from '@renderer/workflows/restore-backup'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { ChangedSince, RestoreWish, SinceBackup } from '@shared/backups/compare-backup'
import type { AnyRecord } from '@shared/domain/kinds'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { countByKind, describeCounts, isCounted } from '@shared/notebook/describe-counts'
import { describeField, describeValue } from '@shared/notebook/describe-field'
import { useState } from 'react'
import styles from './Backups.module.css'

const GROUPS: readonly { since: SinceBackup; label: string; wish: string }[] = [
  { since: 'deleted', label: 'Deleted since', wish: 'Bring it back' },
  { since: 'changed', label: 'Changed since', wish: 'Give it the form it had' },
  { since: 'added', label: 'Added since', wish: 'Move it to the trash' },
]
const SHOWN = 50

function FieldRows({ change }: { change: ChangedSince }) {
  const view = useNotebookView()
  return (
    <ul className={styles.fields}>
      {change.fields.map(({ field, was, is }) => (
        <li key={field}>
          <span className={styles.holds}>{describeField(view, field)}</span>
          <span className={styles.holds}>then</span>
          <span className={styles.value} dir="auto">
            {describeValue(view, was ?? null)}
          </span>
          <span className={styles.holds}>now</span>
          <span className={styles.value} dir="auto">
            {describeValue(view, is ?? null)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Row({ change }: { change: ChangedSince }) {
  const view = useNotebookView()
  const record = (change.is ?? change.was) as unknown as AnyRecord
  return (
    <li className={styles.changed}>
      <span className={styles.holds}>{describeKind(record)}</span>
      <span className={styles.words} dir="auto">
        {describeRecord(view, record)}
      </span>
      {change.since === 'changed' && <FieldRows change={change} />}
    </li>
  )
}

function Group({
  group,
  changes,
  isWanted,
  onWant,
}: {
  group: (typeof GROUPS)[number]
  changes: readonly ChangedSince[]
  isWanted: boolean
  onWant: (isWanted: boolean) => void
}) {
  if (changes.length === 0) return null
  const named = changes.filter(({ kind }) => isCounted(kind))
  const rest = changes.length - Math.min(named.length, SHOWN)
  return (
    <section className={styles.group} aria-label={group.label}>
      <h3>
        {group.label} <span className={styles.holds}>{describeCounts(countByKind(changes))}</span>
      </h3>
      <label className={styles.choice}>
        <input type="checkbox" checked={isWanted} onChange={(event) => onWant(event.target.checked)} />
        {group.wish}
      </label>
      <ul>
        {named.slice(0, SHOWN).map((change) => (
          <Row key={change.id} change={change} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.holds}>
          and {rest === 1 ? 'one more' : `${rest.toLocaleString()} more`}, with what hangs on them
        </p>
      )}
    </section>
  )
}

/** What changed since a backup, and restoring it: nothing is done before the user's word, and undo takes it back. */
export function BackupDialog({
  entry,
  backup,
  onClose,
}: {
  entry: BackupEntry
  backup: OpenedBackup
  onClose: () => void
}) {
  const restore = useWorkflow(restoreBackup)
  const [wish, setWish] = useState<RestoreWish>({ deleted: true, changed: true, added: false })
  const [failure, setFailure] = useState<string | null>(null)
  const { changes } = backup
  const isWorth = changes.some(({ since }) => wish[since])
  const accept = async () => {
    const outcome = await runTask('Restoring', (progress) => restore(backup, wish, progress))
    if (!outcome.ok) return setFailure(outcome.error.message)
    announce('Restored. Ctrl Z takes it back.')
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`What changed since ${describeMoment(entry.time)}`}
      lead={`It held ${describeCounts(backup.counts)}. Nothing is changed before you restore.`}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {changes.length > 0 && (
            <Button look="primary" disabled={!isWorth} onClick={() => void accept()}>
              Restore
            </Button>
          )}
        </>
      }
    >
      {changes.length === 0 && <p>Nothing: the notebook is as it was.</p>}
      {GROUPS.map((group) => (
        <Group
          key={group.since}
          group={group}
          changes={changes.filter(({ since }) => since === group.since)}
          isWanted={wish[group.since]}
          onWant={(isWanted) => setWish({ ...wish, [group.since]: isWanted })}
        />
      ))}
      {failure && <Callout tone="danger">{failure}</Callout>}
    </Dialog>
  )
}
