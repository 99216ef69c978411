import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { announce } from '@renderer/navigation/tasks'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { removeLink } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { isDeleted } from '@shared/domain/record'
import { relationNames } from '@shared/graph/relations'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Margin.module.css'

/** The other end of a link, followed by a click. */
function Target({ id }: { id: Id }) {
  const { view } = useReadableNotebook()
  const open = useNavigation((state) => state.open)
  const record = view.get(id)
  const route = record && !isDeleted(record) ? routeOf(view, id) : null
  if (!record || !route) return <span className={styles.kind}>no longer in the notebook</span>
  return (
    <button type="button" className={styles.target} title={describeKind(record)} onClick={() => open(route)}>
      {describeRecord(view, record)}
    </button>
  )
}

function Row({ relation, children, comment }: { relation: string; children: ReactNode; comment?: string }) {
  return (
    <li className={styles.link}>
      <span className={styles.kind}>{relation}</span>
      {children}
      {comment && <p className={styles.note}>{comment}</p>}
    </li>
  )
}

/** What a record is linked with, read from its own end, and the notes that refer to it. */
export function LinkList({ id, label }: { id: Id; label: string }) {
  const { view } = useReadableNotebook()
  const links = useIndex('linksByEnd', id)
  const notes = useIndex('notesByReference', id)
  const remove = useWorkflow(removeLink)
  if (links.length === 0 && notes.length === 0) return null
  return (
    <ul className={styles.links} aria-label={label}>
      {links.map(({ id: link, fields: { from, to, relation, comment } }) => {
        const names = relationNames(view, relation)
        return (
          <Row key={link} relation={from === id ? names.label : names.inverse} comment={comment}>
            <Target id={from === id ? to : from} />
            <button
              type="button"
              className={styles.untag}
              aria-label="Take the link away"
              title="Take the link away"
              onClick={() => {
                void remove(link)
                announce('Link taken away. Ctrl Z brings it back.')
              }}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </Row>
        )
      })}
      {notes.map((note) => (
        <Row key={note.id} relation="mentioned in">
          <Target id={note.id} />
        </Row>
      ))}
    </ul>
  )
}
