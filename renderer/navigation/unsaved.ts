import { create } from 'zustand'

/** What is being typed and is no change of the notebook yet, by key. */
export const useUnsaved = create<{ readonly keys: ReadonlySet<string> }>(() => ({ keys: new Set() }))

/** Says whether something typed under a key waits to be saved: until then the status line must not say that all is saved. */
export function markUnsaved(key: string, isUnsaved: boolean): void {
  useUnsaved.setState(({ keys }) => {
    if (keys.has(key) === isUnsaved) return { keys }
    const next = new Set(keys)
    if (isUnsaved) next.add(key)
    else next.delete(key)
    return { keys: next }
  })
}
