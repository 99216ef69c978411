import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { routeOf } from '@renderer/navigation/route-of'
import { announce } from '@renderer/navigation/tasks'
import { useHistory } from '@renderer/storage/queries/history'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { restoreVersion } from '@renderer/workflows/restore-version'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { AnyRecord } from '@shared/domain/kinds'
import { type Fields, isDeleted } from '@shared/domain/record'
import { describeKind, describeRecord, KIND_NAMES } from '@shared/notebook/describe'
import { groupVersions, type RecordVersion, versionsOf } from '@shared/notebook/record-versions'
import { useMemo, useState } from 'react'
import styles from './History.module.css'
import { VersionGroup } from './VersionGroup'

const SHOWN = 100

/** The newest version in which the record was not in the trash, if it is there now. */
function lastOutOfTrash(record: AnyRecord, versions: readonly RecordVersion[]): Fields | null {
  if (!isDeleted(record)) return null
  return versions.findLast(({ state }) => state.deleted !== true)?.state ?? null
}

function Tools({
  record,
  onRestore,
  last,
}: {
  record: AnyRecord
  onRestore: (fields: Fields) => void
  last: Fields | null
}) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const place = isDeleted(record) ? null : routeOf(view, record.id)
  if (last)
    return (
      <Button size="small" onClick={() => onRestore(last)}>
        Take out of the trash
      </Button>
    )
  return (
    place && (
      <Button size="small" onClick={() => open(place)}>
        Open
      </Button>
    )
  )
}

/** What is one with the record in the reader's eyes, and has a history of its own: a passage and its quote. */
function Belonging({ record }: { record: AnyRecord }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const others =
    record.kind === 'annotation'
      ? view.by('quotesByAnnotation', record.id)
      : record.kind === 'quote'
        ? [view.get(record.fields.annotationId)].filter((other) => other !== undefined)
        : []
  return others.map((other) => (
    <p key={other.id} className={styles.belonging}>
      <Button look="quiet" size="small" onClick={() => open({ view: 'history', id: other.id })}>
        History of the {KIND_NAMES[other.kind].toLowerCase()}
      </Button>
    </p>
  ))
}

/** All versions of one thing, the latest first: who changed what and when, and how to have one back. */
export function HistoryView({ route }: { readonly route: Extract<Route, { view: 'history' }> }) {
  const view = useNotebookView()
  const history = useHistory(route.id)
  const restore = useWorkflow(restoreVersion)
  const [shown, setShown] = useState(SHOWN)
  const versions = useMemo(() => (history ? versionsOf(history) : []), [history])
  const groups = useMemo(() => groupVersions(versions).toReversed(), [versions])
  const record = view.get(route.id)
  if (!record) return <EmptyState title="History">This is not in the notebook, and never was.</EmptyState>
  const bringBack = async (fields: Fields) => {
    const outcome = await restore(record, fields)
    announce(outcome.ok ? 'Restored. Ctrl Z takes it back.' : outcome.error.message)
  }
  return (
    <ViewFrame
      title="History"
      note={`${describeKind(record)}${isDeleted(record) ? ', in the trash' : ''}`}
      tools={
        <Tools
          record={record}
          last={lastOutOfTrash(record, versions)}
          onRestore={(fields) => void bringBack(fields)}
        />
      }
      measured
    >
      <p className={styles.name} dir="auto">
        {describeRecord(view, record)}
      </p>
      <Belonging record={record} />
      <ol className={styles.versions} aria-label="Versions, latest first">
        {groups.slice(0, shown).map((group) => (
          <VersionGroup
            key={group[0]?.stamp}
            group={group}
            present={record.fields as unknown as Fields}
            onRestore={(fields) => void bringBack(fields)}
          />
        ))}
      </ol>
      {groups.length > shown && (
        <Button size="small" onClick={() => setShown(shown + SHOWN)}>
          Show older ones ({groups.length - shown})
        </Button>
      )}
    </ViewFrame>
  )
}
