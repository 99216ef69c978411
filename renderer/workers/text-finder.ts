import type { FindMode } from '@shared/anchoring/find-in-text'
import type { FindAnswer, FindRequest } from './find-messages'

/** How long a search may keep a newer one waiting before it is given up, in milliseconds. */
const PATIENCE = 500
/** How long a search may take that nothing waits for, in milliseconds. */
const LIMIT = 5_000

type Wanted = Omit<FindRequest, 'text'> & { readonly answer: (answer: FindAnswer) => void }

const TOO_LONG: Omit<FindAnswer & { fault: string }, 'id'> = {
  fault: 'This pattern takes too long on this text. Make it simpler.',
}

/**
 * Searches one text in a worker, the newest query only. A regular expression that runs away is stopped by ending the
 * worker: soon where another search waits for it, and after some seconds in any case.
 */
export class TextFinder {
  readonly #text: string
  readonly #makeWorker: () => Worker
  #worker: Worker | null = null
  #running: Wanted | null = null
  #waiting: Wanted | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #next = 1

  constructor(
    text: string,
    makeWorker = () => new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' }),
  ) {
    this.#text = text
    this.#makeWorker = makeWorker
  }

  /** Searches, and calls back once, unless another search was asked for before this one was done. */
  find(query: string, mode: FindMode, answer: (answer: FindAnswer) => void): void {
    const wanted = { id: this.#next++, query, mode, answer }
    if (!this.#running) {
      this.#run(wanted)
      return
    }
    // The clock starts with the first query that waits; later ones take its turn.
    if (!this.#waiting) this.#after(PATIENCE, () => this.#giveUp())
    this.#waiting = wanted
  }

  /** Ends what runs; nothing is called back any more. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.#running = null
    this.#waiting = null
  }

  #run(wanted: Wanted): void {
    const isFresh = this.#worker === null
    this.#worker ??= this.#start()
    this.#running = wanted
    this.#waiting = null
    this.#after(LIMIT, () => this.#giveUp())
    const { id, query, mode } = wanted
    const request: FindRequest = { id, text: isFresh ? this.#text : null, query, mode }
    this.#worker.postMessage(request)
  }

  #giveUp(): void {
    const { running, waiting } = { running: this.#running, waiting: this.#waiting }
    this.stop()
    if (waiting) this.#run(waiting)
    else running?.answer({ id: running.id, ...TOO_LONG })
  }

  #after(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(act, milliseconds)
  }

  #start(): Worker {
    const worker = this.#makeWorker()
    worker.onmessage = ({ data }: MessageEvent<FindAnswer>) => {
      const done = this.#running
      if (data.id !== done?.id) return
      clearTimeout(this.#timer)
      this.#running = null
      if (this.#waiting) this.#run(this.#waiting)
      else done.answer(data)
    }
    return worker
  }
}
