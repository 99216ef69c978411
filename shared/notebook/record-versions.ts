import { contributorOf, type Stamp, timeOf } from '../base/clock'
import type { Json } from '../base/json'
import { sortChanges } from '../changes/fold'
import type { RecordHistory, StampedChange } from '../changes/transaction'
import type { Fields } from '../domain/record'

/** What a change did to one field. */
export interface FieldVersion {
  readonly field: string
  /** The value that its author replaced; undefined when there was none. */
  readonly before: Json | undefined
  readonly after: Json
  /** Whether its author did not know of the value that was there by then. */
  readonly isUnaware: boolean
}

/** A record as one change left it. */
export interface RecordVersion {
  /** By whom and when. */
  readonly stamp: Stamp
  readonly isFirst: boolean
  /** What the change did, in order of field. */
  readonly fields: readonly FieldVersion[]
  /** All fields after it. */
  readonly state: Fields
}

/** A record's versions, the first one first: what each change did, and what the record was then. */
export function versionsOf(history: RecordHistory): RecordVersion[] {
  const changes = sortChanges(history.changes)
  const values = new Map(changes.map(({ stamp, set }) => [stamp, set]))
  const stamps = new Map<string, Stamp>()
  let state: Fields = {}
  return changes.map((change) => {
    const fields = Object.keys(change.set)
      .sort()
      .map((field) => describeChange(change, field, values, stamps.get(field)))
    state = { ...state, ...change.set }
    for (const { field } of fields) stamps.set(field, change.stamp)
    return { stamp: change.stamp, isFirst: change.was === undefined, fields, state }
  })
}

function describeChange(
  { stamp, set, was }: StampedChange,
  field: string,
  values: ReadonlyMap<Stamp, Fields>,
  present: Stamp | undefined,
): FieldVersion {
  const replaced = [was?.[field] ?? []].flat()
  const known = replaced.toSorted().at(-1)
  const isUnaware =
    present !== undefined && !replaced.includes(present) && contributorOf(present) !== contributorOf(stamp)
  return {
    field,
    before: known === undefined ? undefined : values.get(known)?.[field],
    after: set[field] as Json,
    isUnaware,
  }
}

/** Fields that are saved while one types: many small changes in a row are one piece of work. */
const TYPED_FIELDS: readonly string[] = ['title', 'content']
/** A longer pause ends a piece of typing, in milliseconds. */
const PAUSE = 5 * 60_000

const isTyping = ({ isFirst, fields }: RecordVersion) =>
  !isFirst && fields.every(({ field }) => TYPED_FIELDS.includes(field))

function continues(before: RecordVersion, next: RecordVersion): boolean {
  return (
    isTyping(before) &&
    isTyping(next) &&
    contributorOf(before.stamp) === contributorOf(next.stamp) &&
    timeOf(next.stamp) - timeOf(before.stamp) < PAUSE
  )
}

/** Versions in groups: what one person typed without a long pause is one group, anything else stands alone. */
export function groupVersions(versions: readonly RecordVersion[]): (readonly RecordVersion[])[] {
  const groups: RecordVersion[][] = []
  for (const version of versions) {
    const before = groups.at(-1)?.at(-1)
    if (before && continues(before, version)) groups.at(-1)?.push(version)
    else groups.push([version])
  }
  return groups
}

/** What a group did on the whole: from the first value of each field to the last. */
export function sumOfGroup(group: readonly RecordVersion[]): RecordVersion {
  const [first, ...rest] = group as readonly [RecordVersion, ...RecordVersion[]]
  return rest.reduce((sum, version) => {
    const known = new Map(sum.fields.map((change) => [change.field, change]))
    for (const change of version.fields) {
      const earlier = known.get(change.field)
      known.set(change.field, earlier ? { ...earlier, after: change.after } : change)
    }
    return { ...version, fields: [...known.values()] }
  }, first)
}
