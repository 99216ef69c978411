import { useSyncExternalStore } from 'react'
import type { Observable } from '../notebook'

/** An observable's present value; renders again when it changes. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get)
}
