import type { Observable } from './notebook'

/** An observable value together with the right to set it. */
export interface Settable<T> extends Observable<T> {
  readonly set: (value: T) => void
}

/** Makes an observable that tells its listeners of every value set. */
export function createObservable<T>(initial: T): Settable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
