/** Milliseconds that work on the main thread may take at a time: a key or a frame waits no longer. */
const SLICE = 20

const giveWay = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/**
 * The outcome for each item, worked out one after another; whenever a slice of time is over, input and painting
 * have their turn. Short work gives no way at all.
 */
export async function mapInSlices<T, U>(items: Iterable<T>, map: (item: T) => U): Promise<U[]> {
  const outcomes: U[] = []
  let start = performance.now()
  for (const item of items) {
    outcomes.push(map(item))
    if (performance.now() - start < SLICE) continue
    await giveWay()
    start = performance.now()
  }
  return outcomes
}
