import type { Id } from '../base/ids'
import { edgesAt, type Graph, type GraphEdge, type GraphNode } from './graph'

/** Two things of which at most one can be right. */
export interface Contradiction {
  readonly edge: GraphEdge
  readonly one: GraphNode
  readonly other: GraphNode
  /** The person who said both, where it is the same. */
  readonly sameSpeaker: Id | null
}

function speakersOf(graph: Graph, node: number): Set<Id> {
  const speakers = new Set<Id>()
  for (const edge of edgesAt(graph, node)) {
    const speaker = graph.nodes[edge.to]
    if (edge.relation === 'saidBy' && edge.from === node && speaker) speakers.add(speaker.id)
  }
  return speakers
}

/** Every contradiction that was drawn, each pair once, those of one person with themselves first. */
export function findContradictions(graph: Graph): Contradiction[] {
  const seen = new Set<string>()
  const found: Contradiction[] = []
  for (const edge of graph.edges) {
    if (edge.relation !== 'contradicts') continue
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`
    if (seen.has(pair)) continue
    seen.add(pair)
    const others = speakersOf(graph, edge.to)
    const sameSpeaker = [...speakersOf(graph, edge.from)].find((speaker) => others.has(speaker)) ?? null
    const [one, other] = [graph.nodes[edge.from], graph.nodes[edge.to]]
    if (one && other) found.push({ edge, one, other, sameSpeaker })
  }
  return found.sort((a, b) => Number(a.sameSpeaker === null) - Number(b.sameSpeaker === null))
}
