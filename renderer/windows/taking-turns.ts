import { WorkQueue } from '@shared/journal/work-queue'
import { openChannel } from './channel'
import { holdLock } from './locks'

/** How often a window that waits for its turn asks again, in milliseconds. */
const ASK_AGAIN = 200

/**
 * Several windows, one thing to write: the window that works holds a lock and keeps it until another asks. A single
 * window so pays nothing; two pay for looking afresh whenever they change over.
 */
export class TakingTurns {
  /** Runs before the first work of a turn: others may have written meanwhile. */
  arrive: () => Promise<unknown> = async () => undefined
  /** Runs before the turn is given up. */
  leave: () => void = () => undefined
  readonly #name: string
  readonly #channel: BroadcastChannel
  readonly #queue = new WorkQueue()
  #release: (() => void) | null = null
  #isBusy = false
  #isWanted = false

  constructor(name: string) {
    this.#name = name
    this.#channel = openChannel(name, () => {
      this.#isWanted = true
      this.#yield()
    })
  }

  /** Runs pieces of work one after another, each while no other window runs work under the same name. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      this.#isBusy = true
      try {
        if (this.#release === null) await this.#take()
        return await work()
      } finally {
        this.#isBusy = false
        this.#yield()
      }
    })
  }

  /** Gives the turn up for good, after the work that is under way. */
  async close(): Promise<void> {
    await this.#queue.run(async () => this.#letGo())
    this.#channel.close()
  }

  async #take(): Promise<void> {
    const asking = setInterval(() => this.#channel.postMessage('wanted'), ASK_AGAIN)
    const held = holdLock(this.#name)
    // Asked after standing in line, so that whoever lets go cannot take it again first.
    this.#channel.postMessage('wanted')
    try {
      this.#release = await held
    } finally {
      clearInterval(asking)
    }
    try {
      await this.arrive()
    } catch (error) {
      this.#letGo()
      throw error
    }
  }

  #yield(): void {
    if (this.#isWanted && !this.#isBusy) this.#letGo()
  }

  #letGo(): void {
    if (this.#release === null) return
    this.leave()
    this.#release()
    this.#release = null
    this.#isWanted = false
  }
}
