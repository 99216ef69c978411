import type { NotebookView } from '../notebook/notebook-view'

/** Keeps the latest result of a pure function of the notebook until the notebook changes. */
export function memoizeByRevision<T>(compute: (view: NotebookView) => T): (view: NotebookView) => T {
  const kept = new WeakMap<NotebookView, { readonly revision: number; readonly value: T }>()
  return (view) => {
    const earlier = kept.get(view)
    if (earlier?.revision === view.revision) return earlier.value
    const value = compute(view)
    kept.set(view, { revision: view.revision, value })
    return value
  }
}
