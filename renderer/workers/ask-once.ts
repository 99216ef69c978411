/** Starts a worker for one question: gives its one answer, or fails with `words` when it breaks; it ends with either. */
export function askOnce<Answer>(worker: Worker, request: unknown, words: string): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message || words))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
