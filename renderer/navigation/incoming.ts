import type { OpenedFile } from '@shared/host/host-api'
import { create } from 'zustand'

/** What came in and waits for the user: bundles to look at, and sentences about what could not be read. */
interface Incoming {
  readonly bundles: readonly OpenedFile[]
  readonly failures: readonly string[]
  receive(bundles: readonly OpenedFile[], failures: readonly string[]): void
  /** The first bundle was settled. */
  settleBundle(): void
  clearFailures(): void
}

export const useIncoming = create<Incoming>((set) => ({
  bundles: [],
  failures: [],
  receive: (bundles, failures) =>
    set((before) => ({
      bundles: [...before.bundles, ...bundles],
      failures: [...new Set([...before.failures, ...failures])],
    })),
  settleBundle: () => set(({ bundles }) => ({ bundles: bundles.slice(1) })),
  clearFailures: () => set({ failures: [] }),
}))
