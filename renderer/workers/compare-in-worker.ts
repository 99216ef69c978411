import type { VersionDifference } from '@shared/anchoring/compare-versions'

/** Compares two versions of a text without holding up the page. */
export function compareInWorker(oldText: string, newText: string): Promise<readonly VersionDifference[]> {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<readonly VersionDifference[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly VersionDifference[]>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'Comparing has stopped.'))
    worker.postMessage({ oldText, newText })
  }).finally(() => worker.terminate())
}
