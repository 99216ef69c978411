import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { describeClock, describeMoment } from '@renderer/ui/relative-time'
import { contributorOf, timeOf } from '@shared/base/clock'
import { differingFields } from '@shared/changes/restore'
import type { Fields } from '@shared/domain/record'
import { type RecordVersion, sumOfGroup } from '@shared/notebook/record-versions'
import { FieldChanges } from './FieldChanges'
import styles from './History.module.css'

interface VersionProps {
  readonly version: RecordVersion
  /** The fields as they are now. */
  readonly present: Fields
  readonly onRestore: (fields: Fields) => void
  /** When it began, where it is more than one change. */
  readonly begun?: number
}

function Version({ version, present, onRestore, begun }: VersionProps) {
  const view = useNotebookView()
  const { stamp, state, isFirst } = version
  const author = view.find('contributor', contributorOf(stamp))?.fields.name || 'Unnamed contributor'
  const time = timeOf(stamp)
  const when = describeMoment(time)
  const isPresent = differingFields(state, present).length === 0
  return (
    <>
      <header className={styles.header}>
        <span className={styles.when}>{when}</span>
        <span className={styles.who} dir="auto">
          {author}
          {isFirst && ', made it'}
          {begun !== undefined && `, since ${describeClock(begun)}`}
        </span>
        {isPresent ? (
          <span className={styles.now}>As it is now</span>
        ) : (
          <Button
            size="small"
            aria-label={`Restore the version of ${when} by ${author}`}
            onClick={() => onRestore(state)}
          >
            Restore
          </Button>
        )}
      </header>
      <FieldChanges version={version} />
    </>
  )
}

/** One change, or a piece of typing with its single steps folded away. */
export function VersionGroup({
  group,
  present,
  onRestore,
}: {
  readonly group: readonly RecordVersion[]
  readonly present: Fields
  readonly onRestore: (fields: Fields) => void
}) {
  const [first] = group
  if (!first) return null
  if (group.length === 1)
    return (
      <li className={styles.version}>
        <Version version={first} present={present} onRestore={onRestore} />
      </li>
    )
  return (
    <li className={styles.version}>
      <Version
        version={sumOfGroup(group)}
        present={present}
        onRestore={onRestore}
        begun={timeOf(first.stamp)}
      />
      <details className={styles.steps}>
        <summary>{group.length} steps</summary>
        <ol>
          {group.toReversed().map((version) => (
            <li key={version.stamp} className={styles.version}>
              <Version version={version} present={present} onRestore={onRestore} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
