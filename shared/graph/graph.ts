import type { Id } from '../base/ids'
import type { Hue } from '../domain/annotation'
import type { NodeKind } from '../domain/kinds'

/** One thing of the notebook as the graph shows it. */
export interface GraphNode {
  readonly id: Id
  readonly kind: NodeKind
  /** One line in words; never empty. */
  readonly label: string
  /** What it is within its kind, such as `person`, `direct` or a claim's status; empty where that says nothing. */
  readonly detail: string
  readonly hue: Hue | null
  /** Tags on it, merged ones followed to the tag that stands for them. */
  readonly tags: readonly Id[]
  /** ISO 8601 date or date-time it belongs to: when it was said or published; null for what has no date. */
  readonly time: string | null
  /** The article it stands in. */
  readonly articleId: Id | null
}

/** A typed, directed link between two nodes, which it names by their place in `Graph.nodes`. */
export interface GraphEdge {
  /** Of a link of the researcher's: its record. Of an implied one: made of both ends and the relation. */
  readonly id: string
  readonly from: number
  readonly to: number
  /** Key of a built-in or implied relation, or the id of one of the notebook's own. */
  readonly relation: string
  /** True when it follows from the records and nobody drew it. */
  readonly implied: boolean
  readonly comment: string
}

/** Edges by node: those of node `n` are `edges[offsets[n]] … edges[offsets[n + 1] - 1]`, a loop once. */
export interface Adjacency {
  readonly offsets: Int32Array
  readonly edges: Int32Array
}

/** Nodes and typed edges. Immutable; its parts are found by number for speed. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** The number of a node by its id, and by every id that it also stands for (see `aliases`). */
  readonly indexOf: ReadonlyMap<Id, number>
  readonly adjacency: Adjacency
}

/** Groups edges by both of their ends, in order of the edges: O(nodes + edges). */
export function buildAdjacency(nodeCount: number, edges: readonly GraphEdge[]): Adjacency {
  const offsets = new Int32Array(nodeCount + 1)
  const count = (node: number) => {
    offsets[node + 1] = (offsets[node + 1] as number) + 1
  }
  for (const { from, to } of edges) {
    count(from)
    if (to !== from) count(to)
  }
  for (let node = 0; node < nodeCount; node += 1)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number)
  const list = new Int32Array(offsets[nodeCount] as number)
  const next = offsets.slice(0, nodeCount)
  const place = (node: number, edge: number) => {
    list[next[node] as number] = edge
    next[node] = (next[node] as number) + 1
  }
  edges.forEach(({ from, to }, edge) => {
    place(from, edge)
    if (to !== from) place(to, edge)
  })
  return { offsets, edges: list }
}

/** Puts a graph together; `aliases` are further ids of nodes, as that of the passage that a quote stands for. */
export function assembleGraph(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  aliases: Iterable<readonly [Id, number]> = [],
): Graph {
  const indexOf = new Map<Id, number>(aliases)
  nodes.forEach(({ id }, index) => {
    indexOf.set(id, index)
  })
  return { nodes, edges, indexOf, adjacency: buildAdjacency(nodes.length, edges) }
}

/** The edges at a node, in either direction. */
export function edgesAt(graph: Graph, node: number): GraphEdge[] {
  const { offsets, edges } = graph.adjacency
  const found: GraphEdge[] = []
  for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at += 1)
    found.push(graph.edges[edges[at] as number] as GraphEdge)
  return found
}

/** The node at the far end of an edge, seen from `node`. */
export function otherEnd(edge: GraphEdge, node: number): number {
  return edge.from === node ? edge.to : edge.from
}

/** How many edges touch a node. */
export function degreeOf(graph: Graph, node: number): number {
  const { offsets } = graph.adjacency
  return (offsets[node + 1] as number) - (offsets[node] as number)
}

/** The part of a graph made of the kept nodes (`keep[n]` not 0) and the edges between them that pass. */
export function takePart(
  graph: Graph,
  keep: Uint8Array,
  passes: (edge: GraphEdge) => boolean = () => true,
): Graph {
  const renumbered = new Int32Array(graph.nodes.length).fill(-1)
  const nodes: GraphNode[] = []
  graph.nodes.forEach((node, index) => {
    if (keep[index]) renumbered[index] = nodes.push(node) - 1
  })
  const edges: GraphEdge[] = []
  for (const edge of graph.edges) {
    const from = renumbered[edge.from] as number
    const to = renumbered[edge.to] as number
    if (from >= 0 && to >= 0 && passes(edge)) edges.push({ ...edge, from, to })
  }
  const aliases: [Id, number][] = []
  for (const [id, index] of graph.indexOf)
    if ((renumbered[index] as number) >= 0) aliases.push([id, renumbered[index] as number])
  return assembleGraph(nodes, edges, aliases)
}
