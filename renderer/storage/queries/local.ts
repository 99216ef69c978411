import { useCallback, useState, useSyncExternalStore } from 'react'
import type { LocalSettings } from '../notebook'
import { useReadableNotebook } from './readable-notebook'

/** Settings and places of this machine. */
export function useLocalSettings(): LocalSettings {
  return useReadableNotebook().local
}

/** One setting of this machine and how to set it; `initial` is what it is until it was set. */
export function useLocal<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const local = useLocalSettings()
  const [fallback] = useState(initial)
  const subscribe = useCallback((listener: () => void) => local.subscribe(listener), [local])
  const value = useSyncExternalStore(subscribe, () => local.get<T>(key) ?? fallback)
  const set = useCallback((next: T) => local.set(key, next), [local, key])
  return [value, set]
}
