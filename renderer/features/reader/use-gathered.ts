import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './use-after-paint'

/** The longest slice, in milliseconds: beside it a frame has time for its own style, layout and paint. */
const SLICE = 6

/** Draws from a source in slices between frames until it is empty, then hands over all; returns how to stop it. */
function gatherInSlices<Item>(source: Iterator<Item>, done: (items: readonly Item[]) => void): () => void {
  const items: Item[] = []
  const slice = () => {
    const end = performance.now() + SLICE
    do {
      const next = source.next()
      if (next.done) return done(items)
      items.push(next.value)
    } while (performance.now() < end)
    stop = afterPaint(slice)
  }
  let stop = afterPaint(slice)
  return () => stop()
}

/**
 * What a generator yields, gathered anew when it changes: after the frame, in slices, and shown in a transition, so that
 * nothing that is measured or rendered holds up scrolling. Until then the earlier items stay.
 */
export function useGathered<Item>(generate: () => Iterator<Item>): readonly Item[] {
  const [items, setItems] = useState<readonly Item[]>([])
  useEffect(
    () => gatherInSlices(generate(), (gathered) => startTransition(() => setItems(gathered))),
    [generate],
  )
  return items
}
