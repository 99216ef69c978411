import { edgesAt, type Graph, type GraphNode } from './graph'

/** One dated thing of the timeline. */
export interface TimelineRow {
  readonly node: GraphNode
  /** ISO 8601, as exact as is known. */
  readonly time: string
  readonly exactness: 'year' | 'month' | 'day' | 'minute'
  /** Who said it, or the article it stands in: rows of one lane belong together. */
  readonly lane: GraphNode | null
}

function exactnessOf(time: string): TimelineRow['exactness'] {
  if (time.length > 10) return 'minute'
  return time.length > 7 ? 'day' : time.length > 4 ? 'month' : 'year'
}

function laneOf(graph: Graph, index: number): GraphNode | null {
  const out = edgesAt(graph, index).filter(({ from }) => from === index)
  const edge =
    out.find(({ relation }) => relation === 'saidBy') ?? out.find(({ relation }) => relation === 'partOf')
  return edge ? (graph.nodes[edge.to] ?? null) : null
}

/** Everything with a date, oldest first; what is dated to a month comes before the days of that month. */
export function timelineRows(graph: Graph): TimelineRow[] {
  const rows: TimelineRow[] = []
  graph.nodes.forEach((node, index) => {
    const { time } = node
    if (time !== null) rows.push({ node, time, exactness: exactnessOf(time), lane: laneOf(graph, index) })
  })
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return rows.sort((a, b) => order(a.time, b.time) || order(a.node.id, b.node.id))
}
