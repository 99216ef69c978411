import { describeTime } from '@renderer/ui/relative-time'
import { contributorOf, type Stamp, timeOf } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { PreviewedRecord } from '@shared/bundle/preview-bundle'
import type { AnyRecord } from '@shared/domain/kinds'
import { describeField, describeValue } from '@shared/notebook/describe-field'
import { listFieldChanges } from '@shared/notebook/field-changes'
import styles from './Bundles.module.css'

type Find = (id: Id) => AnyRecord | undefined

function authorOf(stamp: Stamp, get: Find): string {
  const contributor = get(contributorOf(stamp))
  const name = contributor?.kind === 'contributor' ? contributor.fields.name : ''
  return `${name || 'Unnamed contributor'}, ${describeTime(timeOf(stamp))}`
}

function Value({ value, get }: { value: Json; get: Find }) {
  return <div dir="auto">{describeValue({ get }, value)}</div>
}

/** The old and the new values of a record, by whom and when; where people differ, all values. */
export function FieldChanges({ record: { before, after }, get }: { record: PreviewedRecord; get: Find }) {
  const changes = listFieldChanges(before, after)
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">What</th>
          {before && <th scope="col">Now</th>}
          <th scope="col">{before ? 'After merging' : 'Value'}</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before: old, after: value, stamp, alternatives }) => (
          <tr key={field}>
            <th scope="row">{describeField({ get }, field)}</th>
            {before && (
              <td>
                <Value value={old ?? null} get={get} />
              </td>
            )}
            <td>
              {(alternatives ?? [{ stamp, value }]).map((one) => (
                <Value key={`${one.stamp} ${JSON.stringify(one.value)}`} value={one.value} get={get} />
              ))}
            </td>
            <td>
              {(alternatives ?? [{ stamp, value }]).map((one) => (
                <div key={`${one.stamp} ${JSON.stringify(one.value)}`}>{authorOf(one.stamp, get)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
