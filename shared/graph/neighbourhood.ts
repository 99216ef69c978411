import { degreeOf, type Graph, otherEnd, takePart } from './graph'

/** How far around the focus: in links, or everything. */
export const DEPTHS = [1, 2, 3, 'all'] as const
export type Depth = (typeof DEPTHS)[number]

export interface Neighbourhood {
  readonly graph: Graph
  /** Links from the nearest focus, by node of `graph`; -1 where no path leads there. */
  readonly distances: Int32Array
  /** How many within the depth are not shown because the limit was reached. */
  readonly leftOut: number
}

/** Links from the nearest of the given nodes to each node, no further than `depth`; -1 where none leads. */
export function distancesFrom(graph: Graph, starts: readonly number[], depth = Infinity): Int32Array {
  const distances = new Int32Array(graph.nodes.length).fill(-1)
  const queue = new Int32Array(graph.nodes.length)
  let end = 0
  for (const start of starts) {
    if (distances[start] === 0) continue
    distances[start] = 0
    queue[end] = start
    end += 1
  }
  const { offsets, edges } = graph.adjacency
  for (let at = 0; at < end; at += 1) {
    const node = queue[at] as number
    const next = (distances[node] as number) + 1
    if (next > depth) break
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      const edge = graph.edges[edges[slot] as number]
      const other = edge ? otherEnd(edge, node) : node
      if (distances[other] !== -1) continue
      distances[other] = next
      queue[end] = other
      end += 1
    }
  }
  return distances
}

/** Of the reached nodes, the `limit` nearest; among equally near ones those with most links. */
function nearest(graph: Graph, distances: Int32Array, limit: number): Uint8Array {
  const reached = [...distances.keys()].filter((node) => (distances[node] as number) >= 0)
  const keep = new Uint8Array(distances.length)
  const rank = (node: number) => distances[node] as number
  if (reached.length > limit)
    reached.sort((a, b) => rank(a) - rank(b) || degreeOf(graph, b) - degreeOf(graph, a) || a - b)
  for (const node of reached.slice(0, limit)) keep[node] = 1
  return keep
}

/** What lies within `depth` links of the focus, at most `limit` things, so that it can be taken in. */
export function takeNeighbourhood(
  graph: Graph,
  focus: readonly number[],
  depth: Depth,
  limit = Infinity,
): Neighbourhood {
  const distances = distancesFrom(graph, focus, depth === 'all' ? Infinity : depth)
  if (depth === 'all') return { graph, distances, leftOut: 0 }
  const keep = nearest(graph, distances, limit)
  const kept = distances.filter((_, node) => keep[node] === 1)
  const reached = distances.reduce((count, distance) => count + (distance >= 0 ? 1 : 0), 0)
  return { graph: takePart(graph, keep), distances: kept, leftOut: reached - kept.length }
}
