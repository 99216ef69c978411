import { NODE_KINDS, type NodeKind } from '@shared/domain/kinds'
import { LINK_LENGTH } from '@shared/graph/force-layout'
import type { Graph, GraphEdge } from '@shared/graph/graph'
import { byImportance, rankNodes } from '@shared/graph/importance'

/** How a link is drawn; the order is that of painting, what matters last. */
export const EDGE_STYLES = ['implied', 'drawn', 'supports', 'contradicts'] as const
export type EdgeStyle = (typeof EDGE_STYLES)[number]

/** The style of a relation: what speaks for and against stands out, what follows by itself steps back. */
export function styleOfEdge({ relation, implied }: Pick<GraphEdge, 'relation' | 'implied'>): EdgeStyle {
  if (relation === 'supports' || relation === 'contradicts') return relation
  return implied ? 'implied' : 'drawn'
}

/** A graph made ready for drawing: everything by number, in flat arrays. */
export interface Scene {
  readonly graph: Graph
  readonly kinds: readonly NodeKind[]
  /** Radius in CSS pixels where links have their natural length on screen. */
  readonly radii: Float32Array
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Edge numbers by style, in the order of `EDGE_STYLES`. */
  readonly byStyle: readonly Int32Array[]
  /** Which of several links between the same two things this is, from the middle outwards: 0, 1, -1, 2 … */
  readonly lanes: Int8Array
  /** Node numbers by kind, in the order of `NODE_KINDS`. */
  readonly byKind: readonly Int32Array[]
  /** Node numbers, the most important first. */
  readonly byImportance: readonly number[]
}

const LEAST_RADIUS = 6
const MOST_RADIUS = 14

/** Radii by importance: the area grows with the rank. */
function radiiOf(ranks: Float64Array): Float32Array {
  const most = ranks.reduce((largest, rank) => Math.max(largest, rank), 0)
  return Float32Array.from(
    ranks,
    (rank) => LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(most > 0 ? rank / most : 0),
  )
}

function lanesOf(edges: readonly GraphEdge[]): Int8Array {
  const counts = new Map<string, number>()
  return Int8Array.from(edges, ({ from, to }) => {
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`
    const earlier = counts.get(pair) ?? 0
    counts.set(pair, earlier + 1)
    const step = Math.min(60, Math.ceil(earlier / 2))
    return earlier % 2 === 1 ? step : -step
  })
}

function groupNumbers<T>(groups: readonly T[], items: readonly T[]): Int32Array[] {
  return groups.map((group) => Int32Array.from([...items.keys()].filter((index) => items[index] === group)))
}

/** Prepares a graph for drawing and for its layout. */
export function prepareScene(graph: Graph): Scene {
  const ranks = rankNodes(graph)
  const kinds = graph.nodes.map(({ kind }) => kind)
  return {
    graph,
    kinds,
    radii: radiiOf(ranks),
    sources: Int32Array.from(graph.edges, ({ from }) => from),
    targets: Int32Array.from(graph.edges, ({ to }) => to),
    byStyle: groupNumbers<EdgeStyle>(EDGE_STYLES, graph.edges.map(styleOfEdge)),
    lanes: lanesOf(graph.edges),
    byKind: groupNumbers<NodeKind>(NODE_KINDS, kinds),
    byImportance: byImportance(ranks),
  }
}

/** Links on screen are this long, in CSS pixels, where shapes have their natural size. */
const NATURAL_LENGTH = 110

/** How much smaller or larger than natural the shapes are at a scale: they shrink slower than the picture. */
export function sizeFactor(scale: number): number {
  const zoom = (scale * LINK_LENGTH) / NATURAL_LENGTH
  return Math.min(1.5, Math.max(0.18, zoom ** 0.7))
}
