/** Milliseconds that long work may hold the page before keys, scrolling and painting get their turn. */
const STRETCH = 25

/** Lets long work on the page give way: `pause` waits for a task of its own once the work has run for long enough, and else not. */
export class GivingWay {
  #since = performance.now()

  async pause(): Promise<void> {
    if (performance.now() - this.#since < STRETCH) return
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
