import type { FindMode } from '@shared/anchoring/find-in-text'
import type { FindAnswer, FindRequest } from './find-messages'

/** A search that is still running after this long, in milliseconds, is given up when another is asked for. */
const PATIENCE = 500

/** Searches one text in a worker; a regular expression that runs away is stopped by ending the worker. */
export class TextFinder {
  readonly #text: string
  #worker: Worker | null = null
  #pending: { readonly id: number; readonly since: number } | null = null
  #next = 1
  #answer: (answer: FindAnswer) => void = () => {}

  constructor(text: string) {
    this.#text = text
  }

  /** Searches, and calls back unless another search was asked for before this one was done. */
  find(query: string, mode: FindMode, answer: (answer: FindAnswer) => void): void {
    if (this.#pending && performance.now() - this.#pending.since > PATIENCE) this.stop()
    const isFresh = this.#worker === null
    this.#worker ??= this.#start()
    const id = this.#next++
    this.#pending = { id, since: performance.now() }
    this.#answer = answer
    const request: FindRequest = { id, text: isFresh ? this.#text : null, query, mode }
    this.#worker.postMessage(request)
  }

  stop(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#pending = null
  }

  #start(): Worker {
    const worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<FindAnswer>) => {
      if (data.id !== this.#pending?.id) return
      this.#pending = null
      this.#answer(data)
    }
    return worker
  }
}
