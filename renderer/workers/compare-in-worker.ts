import type { VersionDifference } from '@shared/anchoring/compare-versions'
import { askOnce } from './ask-once'

/** A comparison under way in a worker. */
export interface Comparison {
  /** Fails only when the worker breaks; it stays open after `stop`. */
  readonly rows: Promise<readonly VersionDifference[]>
  readonly stop: () => void
}

/** Compares two versions of a text without holding up the page. */
export function compareInWorker(oldText: string, newText: string): Comparison {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  const rows = askOnce<readonly VersionDifference[]>(worker, { oldText, newText }, 'Comparing has stopped.')
  return { rows, stop: () => worker.terminate() }
}
