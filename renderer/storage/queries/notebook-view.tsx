import type { Id } from '@shared/base/ids'
import type { AnyRecord, Kind, RecordByKind } from '@shared/domain/kinds'
import type { IndexedKind, IndexName } from '@shared/notebook/indexes'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { type ReactNode, useSyncExternalStore } from 'react'
import type { Notebook } from '../notebook'
import { ReadableNotebookContext, useReadableNotebook } from './readable-notebook'

/** Gives the views below a notebook to read. */
export function NotebookProvider({ notebook, children }: { notebook: Notebook; children: ReactNode }) {
  return <ReadableNotebookContext value={notebook}>{children}</ReadableNotebookContext>
}

/** What `read` finds in the notebook now; renders again when that changes. `read` must give the same object for the same state. */
export function useReading<T>(read: (view: NotebookView) => T): T {
  const { view } = useReadableNotebook()
  return useSyncExternalStore(subscribeTo(view), () => read(view))
}

const subscriptions = new WeakMap<NotebookView, (listener: () => void) => () => void>()

/** One function for each view, so that React does not subscribe anew at every rendering. */
function subscribeTo(view: NotebookView): (listener: () => void) => () => void {
  const known = subscriptions.get(view)
  if (known) return known
  const subscribe = (listener: () => void) => view.subscribe(listener)
  subscriptions.set(view, subscribe)
  return subscribe
}

/** The whole notebook; renders again at every change. Views that need one record or one list ask for that. */
export function useNotebookView(): NotebookView {
  useReading(({ revision }) => revision)
  return useReadableNotebook().view
}

/** The record of that kind, or undefined when there is none or it is in the trash. */
export function useRecord<K extends Kind>(kind: K, id: Id): RecordByKind[K] | undefined {
  return useReading((view) => view.find(kind, id))
}

/** All records of a kind, oldest first, without the trash. */
export function useAll<K extends Kind>(kind: K): readonly RecordByKind[K][] {
  return useReading((view) => view.all(kind))
}

/** What an index holds under an id, oldest first, without the trash. */
export function useIndex<N extends IndexName>(index: N, id: Id): readonly RecordByKind[IndexedKind<N>][] {
  return useReading((view) => view.by(index, id))
}

/** The records in the trash. */
export function useTrash(): readonly AnyRecord[] {
  return useReading((view) => view.trash())
}

/** The records with differences to settle. */
export function useDiffering(): readonly AnyRecord[] {
  return useReading((view) => view.differing())
}
