import type { Id } from '@shared/base/ids'
import { create, type Edit, type FindRecord } from '@shared/changes/compose'
import { findFault, type Transaction } from '@shared/changes/transaction'
import { HUES } from '@shared/domain/annotation'
import type { RecordState } from '@shared/domain/record'
import type { NotebookParts } from './stored-notebook'

/** The contributor's own record comes with their first change, so that a notebook that only reads adds nobody. */
export function withOwnRecord(
  { clock: { contributor }, contributorName }: NotebookParts,
  edits: readonly Edit[],
  find: FindRecord,
): readonly Edit[] {
  if (edits.length === 0 || find(contributor)) return edits
  if (edits.some(({ record }) => record === contributor)) return edits
  const color = HUES[Number.parseInt(contributor.slice(-2), 16) % HUES.length] ?? HUES[0]
  const fields = { name: contributorName, publicKey: null, color }
  return [create('contributor', contributor, fields), ...edits]
}

/** Why a transaction of this window can't be kept, or null. */
export function findTransactionFault(
  { changes }: Transaction,
  find: (id: Id) => RecordState | undefined,
): string | null {
  for (const { record, kind, set, was } of changes) {
    const before = find(record)
    if (before && before.kind !== kind) return `a record is a ${before.kind}, not a ${kind}`
    const fault = findFault(kind, set, was, before === undefined)
    if (fault !== null) return `a ${kind} ${fault}`
  }
  return null
}
