import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { announce } from '@renderer/navigation/tasks'
import { useIndex, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { IconButton } from '@renderer/ui/IconButton'
import { removeLink } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { isDeleted } from '@shared/domain/record'
import { relationNames } from '@shared/graph/relations'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { X } from 'lucide-react'
import { AddLink } from './AddLink'
import styles from './Links.module.css'

interface Row {
  readonly key: string
  readonly relation: string
  readonly other: Id
  readonly comment: string
  /** Whether it is a link, and not a mention in a note. */
  readonly isLink: boolean
}

/** Everything that is linked with a record, read from its own end, and the notes that refer to it. */
export function Links({ id }: { id: Id }) {
  const view = useNotebookView()
  const links = useIndex('linksByEnd', id)
  const notes = useIndex('notesByReference', id)
  const open = useNavigation((state) => state.open)
  const remove = useWorkflow(removeLink)
  const rows: Row[] = [
    ...links.map(({ id: key, fields: { from, to, relation, comment } }) => {
      const names = relationNames(view, relation)
      return from === id
        ? { key, relation: names.label, other: to, comment, isLink: true }
        : { key, relation: names.inverse, other: from, comment, isLink: true }
    }),
    ...notes.map((note) => ({
      key: note.id,
      relation: 'mentioned in',
      other: note.id,
      comment: '',
      isLink: false,
    })),
  ]
  return (
    <section className={styles.links} aria-label="Links">
      <h2 className={styles.heading}>Links</h2>
      <ul>
        {rows.map(({ key, relation, other, comment, isLink }) => {
          const record = view.get(other)
          const route = record && !isDeleted(record) ? routeOf(view, other) : null
          return (
            <li key={key} className={styles.row}>
              <span className={styles.relation}>{relation}</span>
              {record && route ? (
                <button type="button" className={styles.target} onClick={() => open(route)}>
                  {describeRecord(view, record)}
                  <span className={styles.kind}>{describeKind(record)}</span>
                </button>
              ) : (
                <span className={styles.kind}>no longer in the notebook</span>
              )}
              {isLink && (
                <IconButton
                  icon={X}
                  label="Take this link away"
                  className={styles.takeAway}
                  onClick={() =>
                    void remove(key).then(() => announce('The link is gone. Ctrl Z brings it back.'))
                  }
                />
              )}
              {comment && <p className={styles.comment}>{comment}</p>}
            </li>
          )
        })}
      </ul>
      <AddLink id={id} />
    </section>
  )
}
