import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import type { Edit } from '@shared/changes/compose'
import type { RecordHistory, Transaction, TransactionNote } from '@shared/changes/transaction'
import type { Block } from '@shared/domain/block'
import type { NotebookView } from '@shared/notebook/notebook-view'

/** Where the latest changes stand, in the user's words. */
export type SaveState =
  /** `only`: there is but one copy, in the browser's store or in the journal, because the other place is refused. */
  | {
      readonly state: 'saved'
      readonly lastSafeWrite: number | null
      readonly only?: 'store' | 'journal'
    }
  | { readonly state: 'saving' }
  /** Changes are in memory only; `sentence` says what to do. They can still be exported, and saving is retried. */
  | {
      readonly state: 'failing'
      readonly sentence: string
      readonly waiting: number
      readonly lastSafeWrite: number | null
    }
  /** Nothing can be kept on this machine: all changes are in memory until the window closes, and can be exported. */
  | { readonly state: 'memory-only' }

/** A value with a way to hear of its changes. */
export interface Observable<T> {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

export interface UndoState {
  /** Intents of what would be undone and redone next, or null. */
  readonly undo: string | null
  readonly redo: string | null
}

/**
 * Whether a commit took place: a change that could not be written yet is in memory all the same, and the save state
 * tells the user so.
 */
export function isMade(committed: Result<unknown>): boolean {
  return committed.ok || committed.error.code !== 'transaction-invalid'
}

/** Progress of long work: done and total in units of the work; total 0 while unknown. */
export type Progress = (done: number, total: number) => void

/** What another notebook hands over: whole histories of its records, and what is known of its transactions. */
export interface Absorbed {
  readonly histories: Iterable<RecordHistory> | AsyncIterable<RecordHistory>
  readonly notes: readonly TransactionNote[]
  /** What the user decided about what comes, as a change of their own on top of it: part of the same step. */
  readonly decided?: { readonly intent: string; readonly edits: readonly Edit[] }
}

export interface AbsorbReport {
  readonly added: number
  readonly updated: number
  readonly differing: number
  /** The transaction-like group that undo takes back in one step; null when nothing was new. */
  readonly group: Stamp | null
}

/** The open notebook: the one write path, and the reads that are not in memory. Workflows use it; views get `view` only. */
export interface Notebook {
  readonly view: NotebookView
  readonly contributor: Id
  readonly saveState: Observable<SaveState>
  readonly undoState: Observable<UndoState>
  /** Sentences on what was found wrong and mended since the notebook was opened (a damaged safety copy and the like). */
  readonly notices: Observable<readonly string[]>
  /**
   * Makes one transaction, shows it in `view` at once, and resolves when it is safe on disk (store and journal).
   * A failed write is a failure value: the change stays in memory and is retried (`isMade`). Failure of a change that
   * was refused: `transaction-invalid`.
   */
  commit(intent: string, edits: readonly Edit[]): Promise<Result<Transaction | null>>
  undo(): Promise<Result<Transaction | null>>
  redo(): Promise<Result<Transaction | null>>
  /** Merges histories of another notebook, all or nothing. Absorbing the same again changes nothing. */
  absorb(incoming: Absorbed, progress?: Progress, signal?: AbortSignal): Promise<Result<AbsorbReport>>
  /** A fresh stamp of this notebook: for a change of its own that goes into `absorb` together with others' changes. */
  stamp(): Stamp
  /** All changes of one record, sorted by stamp; undefined when it does not exist. */
  history(record: Id): Promise<RecordHistory | undefined>
  /** Histories of the given records, or of all, in order of id, as a stream (versions with their blocks). */
  histories(records?: ReadonlySet<Id>): AsyncIterable<RecordHistory>
  /** What is known of the transactions, sorted by stamp. */
  transactionNotes(): AsyncIterable<TransactionNote>
  /** The text of a version: its blocks. */
  blocksOf(versionId: Id): Promise<readonly Block[]>
  /** Small settings and places of this machine alone (reading position, sizes), not part of the notebook. */
  readonly local: LocalSettings
  /** Waits until everything is written. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Key-value pairs of this machine, held in memory and written behind. */
export interface LocalSettings {
  get<T>(key: string): T | undefined
  set(key: string, value: unknown): void
  subscribe(listener: () => void): () => void
}
