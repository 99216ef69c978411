import { askOnce } from './ask-once'
import type { ReanchorAnswer, ReanchorRequest } from './reanchor-messages'

/** Finds the passages of one text again in another without holding up the page. */
export function reanchorInWorker(request: ReanchorRequest): Promise<ReanchorAnswer> {
  if (request.passages.length === 0) return Promise.resolve([])
  const worker = new Worker(new URL('./reanchor.worker.ts', import.meta.url), { type: 'module' })
  return askOnce(worker, request, 'Finding passages again has stopped.')
}
