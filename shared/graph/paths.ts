import { edgesAt, type Graph, type GraphEdge, otherEnd } from './graph'
import { distancesFrom } from './neighbourhood'

/** A way through the graph: one more node than edges. Edges may be walked against their direction. */
export interface Path {
  readonly nodes: readonly number[]
  readonly edges: readonly GraphEdge[]
}

/**
 * The shortest paths between two nodes, at most `limit`, in order of the edges. Empty when none leads there;
 * one path without edges when both are the same node. Breadth first from the goal, then downhill from the start.
 */
export function findShortestPaths(graph: Graph, start: number, goal: number, limit = 20): Path[] {
  const distances = distancesFrom(graph, [goal])
  if (distances[start] === -1) return []
  const found: Path[] = []
  const walk = (nodes: readonly number[], edges: readonly GraphEdge[]): void => {
    const node = nodes.at(-1) as number
    if (node === goal) found.push({ nodes, edges })
    const seen = new Set<number>()
    for (const edge of edgesAt(graph, node)) {
      const other = otherEnd(edge, node)
      if (found.length >= limit) return
      // Two parallel links are one way: the first stands for both.
      if (distances[other] !== (distances[node] as number) - 1 || seen.has(other)) continue
      seen.add(other)
      walk([...nodes, other], [...edges, edge])
    }
  }
  walk([start], [])
  return found
}
