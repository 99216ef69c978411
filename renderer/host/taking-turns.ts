/** How often a tab that waits for its turn asks again, in milliseconds. */
const ASK_AGAIN = 200

/**
 * Several tabs, one set of files: the tab that works holds a lock and keeps it, until another asks. A single tab so
 * pays nothing; two pay for looking at the files afresh whenever they change over.
 */
export class TakingTurns {
  readonly #name: string
  readonly #channel: BroadcastChannel
  #release: (() => void) | null = null
  #isBusy = false
  #isWanted = false
  #leave: () => void = () => undefined

  constructor(name: string) {
    this.#name = name
    this.#channel = new BroadcastChannel(name)
    this.#channel.addEventListener('message', () => {
      this.#isWanted = true
      this.#yield()
    })
  }

  /** Runs work while holding the turn; `arrive` runs before when it is newly taken, `leave` when it is given up. */
  async run<T>(work: () => Promise<T>, arrive: () => Promise<void>, leave: () => void): Promise<T> {
    this.#isBusy = true
    try {
      if (this.#release === null) {
        await this.#take()
        this.#leave = leave
        await arrive()
      }
      return await work()
    } finally {
      this.#isBusy = false
      this.#yield()
    }
  }

  #take(): Promise<void> {
    const ask = setInterval(() => this.#channel.postMessage('wanted'), ASK_AGAIN)
    this.#channel.postMessage('wanted')
    return new Promise((resolve) => {
      void navigator.locks.request(this.#name, () => {
        clearInterval(ask)
        this.#isWanted = false
        return new Promise<void>((release) => {
          this.#release = release
          resolve()
        })
      })
    })
  }

  #yield(): void {
    if (!this.#isWanted || this.#isBusy || this.#release === null) return
    this.#leave()
    this.#release()
    this.#release = null
  }
}
