import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { describeDate } from '@renderer/ui/relative-time'
import { comparePassages } from '@shared/anchoring/compare-passages'
import type { Json } from '@shared/base/json'
import { describeField, describeValue } from '@shared/notebook/describe-field'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { FieldVersion, RecordVersion } from '@shared/notebook/record-versions'
import { Fragment } from 'react'
import styles from './History.module.css'
import { type ShownPiece, shortenPieces } from './shorten-pieces'

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/
/** Longer texts are compared by their beginning only, in characters. */
const MOST_COMPARED = 20_000

function words(view: NotebookView, value: Json | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string' && ISO_TIME.test(value)) return describeDate(value)
  return describeValue(view, value) || 'Nothing'
}

function Pieces({ pieces, as: Mark }: { pieces: readonly ShownPiece[]; as: 'del' | 'ins' }) {
  return pieces.map(({ text, isShared, at }) =>
    isShared ? <Fragment key={at}>{text}</Fragment> : <Mark key={at}>{text}</Mark>,
  )
}

function Values({ change }: { change: FieldVersion }) {
  const view = useNotebookView()
  const after = words(view, change.after)
  if (change.before === undefined || change.before === null || change.before === '')
    return (
      <span className={styles.value} dir="auto">
        <Pieces pieces={shortenPieces([{ text: after, isShared: true }])} as="ins" />
      </span>
    )
  const before = words(view, change.before)
  const compared = comparePassages(before.slice(0, MOST_COMPARED), after.slice(0, MOST_COMPARED))
  return (
    <>
      <span className={styles.value} dir="auto">
        <span className="visually-hidden">Before: </span>
        <Pieces pieces={shortenPieces(compared.old)} as="del" />
      </span>
      <span className={styles.value} dir="auto">
        <span className="visually-hidden">After: </span>
        <Pieces pieces={shortenPieces(compared.new)} as="ins" />
      </span>
    </>
  )
}

/** Fields that are worked out from others and say nothing to a reader. */
const DERIVED: readonly string[] = ['textHash', 'dir']

/** Fields whose first value says something: empty ones are left out where a record was made. */
function shownFields(view: NotebookView, { fields, isFirst }: RecordVersion): readonly FieldVersion[] {
  const isEmpty = ({ after }: FieldVersion) => after === false || words(view, after) === 'Nothing'
  return fields.filter((change) => !DERIVED.includes(change.field) && !(isFirst && isEmpty(change)))
}

/** What a change did, field by field: the value before and the value after, with the words that differ marked. */
export function FieldChanges({ version }: { version: RecordVersion }) {
  const view = useNotebookView()
  return (
    <dl className={styles.fields}>
      {shownFields(view, version).map((change) => (
        <Fragment key={change.field}>
          <dt>{describeField(view, change.field)}</dt>
          <dd>
            <Values change={change} />
            {change.isUnaware && (
              <span className={styles.unaware}>made without knowing of the change before</span>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
