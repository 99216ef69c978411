import { LINK_LENGTH, type LinkEnds } from './force-layout'

/** The angle that fills a disc evenly, as in the head of a sunflower (Vogel 1979). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** A position that is already known, such as one from the picture before. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface Positions {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Lists the other ends of each node's links. */
function neighboursOf(count: number, { sources, targets }: LinkEnds): number[][] {
  const neighbours = Array.from({ length: count }, (): number[] => [])
  sources.forEach((source, link) => {
    const target = targets[link] as number
    neighbours[source]?.push(target)
    neighbours[target]?.push(source)
  })
  return neighbours
}

/** The middle of the neighbours that have a place, or null. */
function middleOf(neighbours: readonly number[], placed: Uint8Array, { x, y }: Positions): Place | null {
  const known = neighbours.filter((node) => placed[node] === 1)
  if (known.length === 0) return null
  const sum = (values: Float32Array) => known.reduce((total, node) => total + (values[node] as number), 0)
  return { x: sum(x) / known.length, y: sum(y) / known.length }
}

/**
 * Where nodes start: those with a known place keep it, others start beside the linked ones that have one,
 * spreading outwards; what hangs on nothing fills a disc around the middle. Without randomness, so that the same notebook
 * gives the same picture. `first` lists the nodes to spread from, such as the focus.
 */
export function initialPositions(
  count: number,
  links: LinkEnds,
  known: (node: number) => Place | undefined,
  first: readonly number[] = [],
): Positions {
  const positions = { x: new Float32Array(count), y: new Float32Array(count) }
  const placed = new Uint8Array(count)
  const neighbours = neighboursOf(count, links)
  const queue: number[] = []
  const put = (node: number, place: Place) => {
    positions.x[node] = place.x
    positions.y[node] = place.y
    placed[node] = 1
    queue.push(node)
  }
  for (let node = 0; node < count; node += 1) {
    const place = known(node)
    if (place) put(node, place)
  }
  /** Places all that can be reached from what is placed. */
  let at = 0
  const spread = () => {
    for (; at < queue.length; at += 1)
      for (const node of neighbours[queue[at] as number] as number[]) {
        if (placed[node]) continue
        const middle = middleOf(neighbours[node] as number[], placed, positions) as Place
        const angle = node * GOLDEN_ANGLE
        put(node, {
          x: middle.x + LINK_LENGTH * Math.cos(angle),
          y: middle.y + LINK_LENGTH * Math.sin(angle),
        })
      }
  }
  spread()
  let seeds = 0
  for (const node of [...first, ...placed.keys()]) {
    if (placed[node]) continue
    const radius = queue.length === 0 ? 0 : LINK_LENGTH * Math.sqrt(queue.length + 1)
    seeds += 1
    put(node, { x: radius * Math.cos(seeds * GOLDEN_ANGLE), y: radius * Math.sin(seeds * GOLDEN_ANGLE) })
    spread()
  }
  return positions
}
