import type { NodeKind } from '@shared/domain/kinds'
import { edgesAt, type Graph, type GraphEdge, type GraphNode, otherEnd } from '@shared/graph/graph'
import { relationNames } from '@shared/graph/relations'
import { KIND_NAMES } from '@shared/notebook/describe'
import type { NotebookView } from '@shared/notebook/notebook-view'

const ENTITY_NAMES: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  place: 'Place',
  event: 'Event',
  work: 'Work',
}

/** The kinds in the plural, for filters and counts. */
export const KINDS_NAMES: Readonly<Record<NodeKind, string>> = {
  article: 'Articles',
  annotation: 'Passages',
  quote: 'Quotes',
  claim: 'Claims',
  entity: 'People',
  note: 'Notes',
  tag: 'Tags',
}

/** What a thing is, in the user's word. */
export function kindOf({ kind, detail }: GraphNode): string {
  return (kind === 'entity' && ENTITY_NAMES[detail]) || KIND_NAMES[kind]
}

/** A link as it reads from one of its ends. */
export interface Neighbour {
  readonly edge: GraphEdge
  readonly relation: string
  readonly other: number
}

/** The links of a thing, those drawn by hand first. */
export function neighboursOf(view: NotebookView, graph: Graph, node: number): Neighbour[] {
  return edgesAt(graph, node)
    .map((edge) => {
      const { label, inverse } = relationNames(view, edge.relation)
      return { edge, relation: edge.from === node ? label : inverse, other: otherEnd(edge, node) }
    })
    .sort((a, b) => Number(a.edge.implied) - Number(b.edge.implied))
}

/** What a screen reader says of a thing on arriving there; with `via`, also how one came. */
export function announcementOf(view: NotebookView, graph: Graph, node: number, via: number | null): string {
  const found = graph.nodes[node]
  if (!found) return ''
  const links = edgesAt(graph, node)
  const came =
    via === null ? undefined : neighboursOf(view, graph, via).find(({ other }) => other === node)?.relation
  const count = links.length === 1 ? '1 link' : `${links.length} links`
  return `${came ? `${came}: ` : ''}${kindOf(found)}, ${found.label}. ${count}.`
}
