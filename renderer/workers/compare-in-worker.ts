import type { VersionDifference } from '@shared/anchoring/compare-versions'

/** A comparison under way in a worker. */
export interface Comparison {
  /** Fails only when the worker breaks; it stays open after `stop`. */
  readonly rows: Promise<readonly VersionDifference[]>
  readonly stop: () => void
}

/** Compares two versions of a text without holding up the page. */
export function compareInWorker(oldText: string, newText: string): Comparison {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  const rows = new Promise<readonly VersionDifference[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly VersionDifference[]>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'Comparing has stopped.'))
    worker.postMessage({ oldText, newText })
  })
  return { rows: rows.finally(() => worker.terminate()), stop: () => worker.terminate() }
}
