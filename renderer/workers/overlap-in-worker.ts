import { measureOverlap, type TextOverlap } from '@shared/anchoring/text-overlap'

/** Texts of so many UTF-16 units together take less than a frame; a worker would take longer to start. */
const SHORT = 60_000

/** Compares two texts by their runs of words, long ones without holding up the page. */
export async function overlapInWorker(first: string, second: string): Promise<TextOverlap> {
  if (first.length + second.length < SHORT) return measureOverlap(first, second)
  const worker = new Worker(new URL('./overlap.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<TextOverlap>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TextOverlap>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'Comparing has stopped.'))
    worker.postMessage({ first, second })
  }).finally(() => worker.terminate())
}
