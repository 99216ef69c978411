import { degreeOf, type Graph } from './graph'

const DAMPING = 0.85
const ENOUGH = 1e-7
const MOST_ROUNDS = 60

/** How many links each node has. */
export function degrees(graph: Graph): Float64Array {
  return Float64Array.from(graph.nodes, (_, node) => degreeOf(graph, node))
}

/**
 * PageRank (Brin and Page 1998) with links walked both ways, because a thing that many refer to and one that
 * refers to many both hold a notebook together. Sums to 1 over all nodes.
 */
export function rankNodes(graph: Graph): Float64Array {
  const count = graph.nodes.length
  const degree = degrees(graph)
  let ranks = new Float64Array(count).fill(1 / count)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = spread(graph, ranks, degree)
    const change = next.reduce((sum, rank, node) => sum + Math.abs(rank - (ranks[node] as number)), 0)
    ranks = next
    if (change < ENOUGH) break
  }
  return ranks
}

function spread(graph: Graph, ranks: Float64Array, degree: Float64Array): Float64Array<ArrayBuffer> {
  const count = ranks.length
  let idle = 0
  for (let node = 0; node < count; node += 1) if (degree[node] === 0) idle += ranks[node] as number
  const next = new Float64Array(count).fill((1 - DAMPING + DAMPING * idle) / count)
  for (const { from, to } of graph.edges) {
    next[to] = (next[to] as number) + (DAMPING * (ranks[from] as number)) / (degree[from] as number)
    if (from === to) continue
    next[from] = (next[from] as number) + (DAMPING * (ranks[to] as number)) / (degree[to] as number)
  }
  return next
}

/** Node numbers, the most important first; equal ones in their own order. */
export function byImportance(ranks: Float64Array): number[] {
  return [...ranks.keys()].sort((a, b) => (ranks[b] as number) - (ranks[a] as number) || a - b)
}
