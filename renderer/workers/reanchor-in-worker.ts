import type { ReanchorAnswer, ReanchorRequest } from './reanchor-messages'

/** Finds the passages of one text again in another without holding up the page. */
export function reanchorInWorker(request: ReanchorRequest): Promise<ReanchorAnswer> {
  if (request.passages.length === 0) return Promise.resolve([])
  const worker = new Worker(new URL('./reanchor.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<ReanchorAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReanchorAnswer>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || 'Finding passages again has stopped.'))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
