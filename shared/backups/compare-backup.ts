import type { Id } from '../base/ids'
import { type Edit, remove } from '../changes/compose'
import { differingFields, type FieldDifference, wishToReturn } from '../changes/restore'
import type { Kind } from '../domain/kinds'
import { isDeleted, type RecordState } from '../domain/record'

/** What happened to something since a backup was made. */
export type SinceBackup = 'added' | 'changed' | 'deleted'

/** A record that is not now what it was in a backup. */
export interface ChangedSince {
  readonly id: Id
  readonly kind: Kind
  readonly since: SinceBackup
  /** As the backup holds it; undefined when it was added since. */
  readonly was: RecordState | undefined
  /** As it is now, in the trash or not; undefined when the notebook knows nothing of it. */
  readonly is: RecordState | undefined
  /** The fields that differ, where it was there then and is there now. */
  readonly fields: readonly FieldDifference[]
}

const isThere = (state: RecordState | undefined) => state !== undefined && !isDeleted(state)

/**
 * What happened to a record since a backup; null when it is as it was, or in the trash both times. People stay who they
 * are: a contributor's name and key are never taken back with the work.
 */
export function compareWithBackup(
  was: RecordState | undefined,
  is: RecordState | undefined,
): ChangedSince | null {
  const state = is ?? was
  if (!state || state.kind === 'contributor') return null
  const { id, kind } = state
  if (isThere(was) !== isThere(is)) {
    const since = isThere(is) ? 'added' : 'deleted'
    return { id, kind, since, was, is, fields: [] }
  }
  const fields = was && is && isThere(is) ? differingFields(was.fields, is.fields) : []
  return fields.length > 0 ? { id, kind, since: 'changed', was, is, fields } : null
}

/** What of a backup is to be restored. */
export interface RestoreWish {
  /** Brings back what was deleted since. */
  readonly deleted: boolean
  /** Gives what was changed since the form it had. */
  readonly changed: boolean
  /** Moves what was added since to the trash. */
  readonly added: boolean
}

/** The wishes that bring the notebook back to a backup, as far as it is wanted. What the notebook knows nothing of is merged instead. */
export function editsToRestore(changes: readonly ChangedSince[], wish: RestoreWish): Edit[] {
  return changes.filter((change) => wish[change.since]).flatMap(editToRestore)
}

function editToRestore({ id, kind, since, was, is }: ChangedSince): Edit | [] {
  if (!is) return []
  if (since === 'added') return remove(kind, id)
  return wishToReturn({ id, kind }, was?.fields ?? {}, is.fields) ?? []
}
