import type { Id } from '../base/ids'
import type { NodeKind } from '../domain/kinds'
import type { NotebookView } from '../notebook/notebook-view'
import { resolveTag } from './build'
import { degreeOf, edgesAt, type Graph, otherEnd, takePart } from './graph'

/** What part of the graph is shown. Lists name what is hidden, so that new kinds and relations show at first. */
export interface GraphFilter {
  readonly hiddenKinds: readonly NodeKind[]
  readonly hiddenRelations: readonly string[]
  /** When not empty: only what bears one of these tags or a tag below it, and what is linked to that. */
  readonly tags: readonly Id[]
  /** First and last day, ISO 8601 (a year or month counts whole); null where open. */
  readonly from: string | null
  readonly to: string | null
}

export const SHOW_ALL: GraphFilter = { hiddenKinds: [], hiddenRelations: [], tags: [], from: null, to: null }

/** Whether a filter hides nothing. */
export function showsAll(filter: GraphFilter): boolean {
  const { hiddenKinds, hiddenRelations, tags, from, to } = filter
  return hiddenKinds.length + hiddenRelations.length + tags.length === 0 && from === null && to === null
}

/** Whether a dated thing lies between two days, both included; dates are compared as far as both are exact. */
export function isWithinTime(time: string, from: string | null, to: string | null): boolean {
  const day = time.slice(0, 10)
  if (from !== null && day.slice(0, from.length) < from.slice(0, day.length)) return false
  return to === null || day.slice(0, to.length) <= to.slice(0, day.length)
}

/** Drops what is dated outside the days, and what has no date of its own and then hangs on nothing. */
function keepTime(graph: Graph, keep: Uint8Array, { from, to }: GraphFilter): void {
  if (from === null && to === null) return
  graph.nodes.forEach(({ time }, index) => {
    if (time !== null && !isWithinTime(time, from, to)) keep[index] = 0
  })
  const dated = keep.slice()
  graph.nodes.forEach(({ time }, index) => {
    if (time !== null || degreeOf(graph, index) === 0) return
    if (!edgesAt(graph, index).some((edge) => dated[otherEnd(edge, index)])) keep[index] = 0
  })
}

/** The tags with all that lie below them. */
function withDescendants(view: NotebookView, tags: readonly Id[]): Set<Id> {
  const found = new Set<Id>()
  const open = tags.map((tag) => resolveTag(view, tag))
  for (let tag = open.pop(); tag !== undefined; tag = open.pop()) {
    if (found.has(tag)) continue
    found.add(tag)
    for (const child of view.by('tagsByParent', tag)) open.push(resolveTag(view, child.id))
  }
  return found
}

function keepTags(view: NotebookView, graph: Graph, keep: Uint8Array, tags: readonly Id[]): void {
  if (tags.length === 0) return
  const wanted = withDescendants(view, tags)
  const bearing = new Uint8Array(graph.nodes.length)
  graph.nodes.forEach((node, index) => {
    if (node.kind === 'tag' ? wanted.has(node.id) : node.tags.some((tag) => wanted.has(tag)))
      bearing[index] = 1
  })
  graph.nodes.forEach((node, index) => {
    if (bearing[index]) return
    const isBeside =
      node.kind !== 'tag' && edgesAt(graph, index).some((edge) => bearing[otherEnd(edge, index)] === 1)
    if (!isBeside) keep[index] = 0
  })
}

/** The part of the graph that passes the filter. */
export function filterGraph(view: NotebookView, graph: Graph, filter: GraphFilter): Graph {
  if (showsAll(filter)) return graph
  const keep = new Uint8Array(graph.nodes.length).fill(1)
  const hiddenKinds = new Set<NodeKind>(filter.hiddenKinds)
  graph.nodes.forEach(({ kind }, index) => {
    if (hiddenKinds.has(kind)) keep[index] = 0
  })
  keepTags(view, graph, keep, filter.tags)
  keepTime(graph, keep, filter)
  const hiddenRelations = new Set(filter.hiddenRelations)
  return takePart(graph, keep, ({ relation }) => !hiddenRelations.has(relation))
}
