import type { UndoState } from '../notebook'
import { useReadableNotebook } from './readable-notebook'
import { useObservable } from './use-observable'

/** What would be undone and redone next. */
export function useUndoState(): UndoState {
  return useObservable(useReadableNotebook().undoState)
}
