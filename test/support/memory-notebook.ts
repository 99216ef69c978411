import type { LocalSettings, Notebook } from '@renderer/storage/notebook'
import { createClock } from '@shared/base/clock'
import { type Id, newId } from '@shared/base/ids'
import { fail, ok } from '@shared/base/result'
import { applyChange } from '@shared/changes/apply'
import { compose, type Edit } from '@shared/changes/compose'
import type { Block } from '@shared/domain/block'
import type { RecordState } from '@shared/domain/record'
import { NotebookMemory } from '@shared/notebook/notebook-view'

const still = <T>(value: T) => ({ get: () => value, subscribe: () => () => {} })
const SAVED = { state: 'saved', lastSafeWrite: null } as const

function memorySettings(): LocalSettings {
  const values = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  return {
    get: <T>(key: string) => values.get(key) as T | undefined,
    set(key, value) {
      values.set(key, value)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const missing = async () => fail('not-available', 'This notebook is in memory only.')

/** A notebook that writes nothing to disk: for measuring views without the store behind them. It cannot undo. */
export function memoryNotebook(view = new NotebookMemory(), contributor: Id = newId()): Notebook {
  const clock = createClock(contributor)
  const texts = new Map<Id, readonly Block[]>()
  return {
    view,
    contributor,
    saveState: still(SAVED),
    undoState: still({ undo: null, redo: null }),
    notices: still([]),
    local: memorySettings(),
    async commit(intent: string, edits: readonly Edit[]) {
      const transaction = compose(clock, intent, edits, (id) => view.get(id) as RecordState | undefined)
      if (!transaction) return ok(null)
      const states: RecordState[] = []
      for (const change of transaction.changes) {
        const state = applyChange(
          view.get(change.record) as RecordState | undefined,
          change,
          transaction.stamp,
        )
        if (!state) return fail('not-linear', 'This notebook in memory takes plain changes only.')
        if (change.kind === 'version')
          texts.set(change.record, change.set.blocks as unknown as readonly Block[])
        states.push(state)
      }
      view.put(states)
      return ok(transaction)
    },
    undo: missing,
    redo: missing,
    absorb: missing,
    stamp: () => clock.tick(),
    history: async () => undefined,
    async *histories() {},
    async *transactionNotes() {},
    blocksOf: async (versionId) => texts.get(versionId) ?? [],
    flush: async () => {},
    close: async () => {},
  }
}
