/** Milliseconds that long work may hold the page before keys, scrolling and painting get their turn. */
const STRETCH = 25

/** Lets long work on the page give way: `pause` waits for a task of its own once the work has run for long enough, and else not. */
export class GivingWay {
  #since = performance.now()

  /** Whether a pause would wait. */
  get isDue(): boolean {
    return performance.now() - this.#since >= STRETCH
  }

  async pause(): Promise<void> {
    if (!this.isDue) return
    await nextTask()
    this.#since = performance.now()
  }
}

/** A message, because a timer waits a second in a window that is hidden. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/**
 * The outcome for each item, worked out one after another; whenever a stretch of time is over, input and painting
 * have their turn. Short work gives no way at all.
 */
export async function mapInSlices<T, U>(items: Iterable<T>, map: (item: T) => U): Promise<U[]> {
  const outcomes: U[] = []
  const way = new GivingWay()
  for (const item of items) {
    outcomes.push(map(item))
    if (way.isDue) await way.pause()
  }
  return outcomes
}
