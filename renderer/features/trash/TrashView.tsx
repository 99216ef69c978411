import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { announce } from '@renderer/navigation/tasks'
import { useNotebookView, useTrash } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { describeTime } from '@renderer/ui/relative-time'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { restoreRecords } from '@renderer/workflows/edit-article'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { contributorOf, timeOf } from '@shared/base/clock'
import type { AnyRecord } from '@shared/domain/kinds'
import { stampOf } from '@shared/domain/record'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import styles from './Trash.module.css'

const SHOWN = 500

function TrashRow({ record }: { record: AnyRecord }) {
  const view = useNotebookView()
  const restore = useWorkflow(restoreRecords)
  const stamp = stampOf(record, 'deleted')
  const who = view.find('contributor', contributorOf(stamp))?.fields.name
  const bringBack = async () => {
    const outcome = await restore([record])
    announce(outcome.ok ? `Restored “${describeRecord(view, record)}”.` : outcome.error.message)
  }
  return (
    <li className={styles.row}>
      <span className={styles.kind}>{describeKind(record)}</span>
      <span className={styles.name} dir="auto">
        {describeRecord(view, record)}
      </span>
      <span className={styles.when}>
        {describeTime(timeOf(stamp))}
        {who ? `, ${who}` : ''}
      </span>
      <HistoryButton id={record.id} />
      <Button size="small" onClick={bringBack}>
        Restore
      </Button>
    </li>
  )
}

/** What was deleted, latest first; everything can be brought back. */
export function TrashView() {
  const trash = useTrash()
  if (trash.length === 0) {
    return (
      <EmptyState title="The trash is empty">
        What you delete is kept here and can be restored at any time.
      </EmptyState>
    )
  }
  const latestFirst = [...trash].sort((a, b) => (stampOf(a, 'deleted') < stampOf(b, 'deleted') ? 1 : -1))
  return (
    <ViewFrame title="Trash" note={`${trash.length} ${trash.length === 1 ? 'thing' : 'things'}`} measured>
      <ul>
        {latestFirst.slice(0, SHOWN).map((record) => (
          <TrashRow key={record.id} record={record} />
        ))}
      </ul>
      {trash.length > SHOWN && <p className={styles.more}>The latest {SHOWN} are shown.</p>}
    </ViewFrame>
  )
}
