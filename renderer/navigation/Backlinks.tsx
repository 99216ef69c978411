import { useIndex, useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { isDeleted } from '@shared/domain/record'
import { BUILT_IN_RELATIONS, isBuiltInRelation, type RelationNames } from '@shared/domain/relation'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import type { NotebookView } from '@shared/notebook/notebook-view'
import styles from './Backlinks.module.css'
import { useNavigation } from './navigation-store'
import { routeOf } from './route-of'

interface Row {
  readonly key: string
  readonly relation: string
  readonly other: Id
  readonly comment: string
}

/** How a relation reads, whether built in or the notebook's own. */
export function relationNames(view: NotebookView, relation: string): RelationNames {
  if (isBuiltInRelation(relation)) return BUILT_IN_RELATIONS[relation]
  return (
    view.find('relation', relation)?.fields ?? { label: 'linked to', inverse: 'linked to', symmetric: true }
  )
}

/** Everything that is linked with a record, read from its own end, and the notes that refer to it. */
export function Backlinks({ id }: { id: Id }) {
  const view = useNotebookView()
  const links = useIndex('linksByEnd', id)
  const notes = useIndex('notesByReference', id)
  const open = useNavigation((state) => state.open)
  const rows: Row[] = [
    ...links.map(({ id: key, fields: { from, to, relation, comment } }) => {
      const names = relationNames(view, relation)
      return from === id
        ? { key, relation: names.label, other: to, comment }
        : { key, relation: names.inverse, other: from, comment }
    }),
    ...notes.map((note) => ({ key: note.id, relation: 'mentioned in', other: note.id, comment: '' })),
  ]
  if (rows.length === 0) return null
  return (
    <section className={styles.links} aria-label="Links">
      <h2 className={styles.heading}>Links</h2>
      <ul>
        {rows.map(({ key, relation, other, comment }) => {
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
              {comment && <p className={styles.comment}>{comment}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
