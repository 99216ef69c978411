/** Runs pieces of work one after another, in the order they were given. */
export class WorkQueue {
  #tail: Promise<unknown> = Promise.resolve()

  /** Resolves or rejects as `work` does; a failure does not stop what comes after. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work)
    this.#tail = result.catch(() => undefined)
    return result
  }
}
