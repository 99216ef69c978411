import { Button } from '@renderer/ui/Button'
import type { BundlePreview } from '@renderer/workflows/look-at-bundle'
import type { Id } from '@shared/base/ids'
import type { PreviewedRecord } from '@shared/bundle/preview-bundle'
import { useMemo, useState } from 'react'
import styles from './Bundles.module.css'
import { FieldChanges } from './FieldChanges'
import { type Arrangement, describePreviewed, describeWhat, type Group, groupRecords } from './merge-groups'

const ROWS_AT_ONCE = 50

interface ChoosingProps {
  readonly preview: BundlePreview
  readonly arrangement: Arrangement
  /** Records that are not to be merged. */
  readonly left: ReadonlySet<Id>
  readonly onChoose: (ids: readonly Id[], isWanted: boolean) => void
}

function Row({ preview, arrangement, left, onChoose, record }: ChoosingProps & { record: PreviewedRecord }) {
  const [isOpen, setIsOpen] = useState(false)
  const words = describePreviewed(record, preview.get)
  return (
    <li className={styles.ticked}>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={`Take: ${words}`}
        checked={!left.has(record.id)}
        onChange={(event) => onChoose([record.id], event.target.checked)}
      />
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={styles.words}>
          <span dir="auto">{words}</span>{' '}
          <span className={styles.kind}>{describeWhat(record, arrangement)}</span>
        </summary>
        {isOpen && <FieldChanges record={record} get={preview.get} />}
      </details>
    </li>
  )
}

function GroupOfChanges({ group, ...choosing }: ChoosingProps & { group: Group }) {
  const { left, onChoose } = choosing
  const ids = useMemo(() => group.records.map(({ id }) => id), [group])
  const wanted = useMemo(
    () => (left.size === 0 ? ids.length : ids.filter((id) => !left.has(id)).length),
    [ids, left],
  )
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className={`${styles.ticked} ${styles.group}`}>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={`Take all of: ${group.label}`}
        ref={(box) => {
          if (box) box.indeterminate = wanted > 0 && wanted < ids.length
        }}
        checked={wanted === ids.length}
        onChange={(event) => onChoose(ids, event.target.checked)}
      />
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <span dir="auto">{group.label}</span>{' '}
          <span className={styles.number}>
            {wanted === ids.length ? ids.length : `${wanted} of ${ids.length}`}
          </span>
        </summary>
        {isOpen && (
          <ul className={styles.rows}>
            {group.records.slice(0, shown).map((record) => (
              <Row key={record.id} record={record} {...choosing} />
            ))}
          </ul>
        )}
        {isOpen && ids.length > shown && (
          <Button size="small" look="quiet" onClick={() => setShown(shown + ROWS_AT_ONCE)}>
            Show {Math.min(ROWS_AT_ONCE, ids.length - shown)} more of {ids.length}
          </Button>
        )}
      </details>
    </li>
  )
}

/** What would change, group by group, each record to open and to take or leave. */
export function ChangeGroups({ preview, left, onChoose }: Omit<ChoosingProps, 'arrangement'>) {
  const [arrangement, setArrangement] = useState<Arrangement>('effect')
  const groups = useMemo(
    () => groupRecords(preview.records, arrangement, preview.get),
    [preview, arrangement],
  )
  return (
    <section aria-label="Changes" className={styles.groups}>
      <div className={styles.arrange}>
        <h3 className={styles.heading}>What would change</h3>
        <label>
          By
          <select value={arrangement} onChange={(event) => setArrangement(event.target.value as Arrangement)}>
            <option value="effect">what happens</option>
            <option value="kind">kind</option>
            <option value="article">article</option>
          </select>
        </label>
      </div>
      <ul className={styles.groups}>
        {groups.map((group) => (
          <GroupOfChanges
            key={`${arrangement} ${group.key}`}
            group={group}
            preview={preview}
            arrangement={arrangement}
            left={left}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  )
}
