import { isPlainObject, listOf } from '../base/check'
import { isStamp, type Stamp } from '../base/clock'
import { isId } from '../base/ids'
import { fail, ok, type Result } from '../base/result'
import { stamped } from '../changes/apply'
import {
  type Change,
  findFault,
  parseTransaction,
  type RecordHistory,
  type Transaction,
  type TransactionNote,
} from '../changes/transaction'
import { isKind } from '../domain/kinds'
import { isReadable, migrateHistory } from '../migrations/migrate'
import { FORMAT_VERSION } from '../migrations/migrations'

/** A part of what one merge brought in: changes that the notebook lacked, by record, and notes on their transactions. */
export interface AbsorbedPart {
  /** Names the merge; all parts share it. */
  readonly group: Stamp
  readonly histories: readonly RecordHistory[]
  readonly notes: readonly TransactionNote[]
  /** A merge whose last part is missing never happened. */
  readonly last: boolean
}

/** One entry of the notebook's log and of its journal. */
export type Entry =
  | { readonly kind: 'transaction'; readonly transaction: Transaction }
  | { readonly kind: 'absorbed'; readonly part: AbsorbedPart }

/** Writes an entry as one line of JSON. */
export function writeEntry(entry: Entry): string {
  return entry.kind === 'transaction'
    ? JSON.stringify({ format: FORMAT_VERSION, transaction: entry.transaction })
    : JSON.stringify({ format: FORMAT_VERSION, absorbed: entry.part })
}

/** The changes that an entry adds, by record. */
export function historiesOf(entry: Entry): readonly RecordHistory[] {
  if (entry.kind === 'absorbed') return entry.part.histories
  const { stamp, changes } = entry.transaction
  return changes.map((change) => ({
    id: change.record,
    kind: change.kind,
    changes: [stamped(change, stamp)],
  }))
}

/** What is known of the transactions in an entry. */
export function notesOf(entry: Entry): readonly TransactionNote[] {
  return entry.kind === 'absorbed' ? entry.part.notes : [noteOf(entry.transaction)]
}

/** A transaction's note. */
export function noteOf({ stamp, intent, undoes }: TransactionNote): TransactionNote {
  return { stamp, intent, ...(undoes ? { undoes } : {}) }
}

/** The latest stamp in an entry. */
export function latestStamp(entry: Entry): Stamp {
  if (entry.kind === 'transaction') return entry.transaction.stamp
  let latest = entry.part.group
  for (const { changes } of entry.part.histories)
    for (const { stamp } of changes) if (stamp > latest) latest = stamp
  return latest
}

/**
 * Reads a line of our own store, bringing older formats up to date. Only its outline is checked: lines from
 * outside the store go through `parseEntry`.
 */
export function readEntry(line: string): Entry {
  const { format, transaction, absorbed } = JSON.parse(line) as {
    format: number
    transaction?: Transaction
    absorbed?: AbsorbedPart
  }
  if (transaction) return { kind: 'transaction', transaction: migrateTransaction(transaction, format) }
  const part = absorbed as AbsorbedPart
  const histories = part.histories.map((history) => migrateHistory(history, format))
  return { kind: 'absorbed', part: { ...part, histories } }
}

function migrateTransaction(transaction: Transaction, format: number): Transaction {
  if (format === FORMAT_VERSION) return transaction
  const changes = transaction.changes.map((change): Change => {
    const outline = { id: change.record, kind: change.kind }
    const migrated = migrateHistory({ ...outline, changes: [stamped(change, transaction.stamp)] }, format)
    const [{ set, was } = change] = migrated.changes
    return { record: change.record, kind: change.kind, set, ...(was ? { was } : {}) }
  })
  return { ...transaction, changes }
}

/** Whether a later program wrote a line; its first words tell, as in every format. */
export function isNewerLine(line: string): boolean {
  const format = /^\{"format":(\d+)[,}]/.exec(line)?.[1]
  return format !== undefined && Number(format) > FORMAT_VERSION
}

/** Reads a line from outside the store (the journal): everything in it is checked. Failure: `entry-invalid`. */
export function parseEntry(line: string): Result<Entry> {
  const broken = fail('entry-invalid', 'A change in the safety copy cannot be read and was left out.')
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return broken
  }
  if (!isPlainObject(value)) return broken
  if (!isReadable(value.format))
    return fail('entry-newer', 'The safety copy was written by a newer version of Florilegium.')
  if (!(value.absorbed === undefined ? value.transaction : isPart(value.absorbed))) return broken
  const entry = readEntry(line)
  if (entry.kind === 'absorbed') return hasSoundChanges(entry.part) ? ok(entry) : broken
  const transaction = parseTransaction(entry.transaction)
  return transaction.ok ? ok(entry) : transaction
}

const isNote = (value: unknown) =>
  isPlainObject(value) && isStamp(value.stamp) && typeof value.intent === 'string'

function isPart(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    isStamp(value.group) &&
    typeof value.last === 'boolean' &&
    listOf(isNote, Infinity)(value.notes) &&
    listOf(isHistory, Infinity)(value.histories)
  )
}

function isHistory(value: unknown): boolean {
  return isPlainObject(value) && isId(value.id) && isKind(value.kind) && Array.isArray(value.changes)
}

function hasSoundChanges({ histories }: AbsorbedPart): boolean {
  return histories.every(({ kind, changes }) =>
    changes.every(
      (change) =>
        isPlainObject(change) &&
        isStamp(change.stamp) &&
        findFault(kind, change.set, change.was, false) === null,
    ),
  )
}
