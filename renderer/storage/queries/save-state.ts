import type { SaveState } from '../notebook'
import { useReadableNotebook } from './readable-notebook'
import { useObservable } from './use-observable'

/** Where the latest changes stand. */
export function useSaveState(): SaveState {
  return useObservable(useReadableNotebook().saveState)
}

/** What was found wrong and mended since the notebook was opened, in sentences. */
export function useNotices(): readonly string[] {
  return useObservable(useReadableNotebook().notices)
}
