import type { Id } from '../base/ids'
import type { NotebookView } from '../notebook/notebook-view'
import { buildGraph } from './build'
import { filterGraph } from './filter'
import type { Graph } from './graph'
import type { GraphSettings } from './graph-settings'
import { byImportance, rankNodes } from './importance'
import { memoizeByRevision } from './memoize-by-revision'
import { type Depth, takeNeighbourhood } from './neighbourhood'

/** The graph of the whole notebook, built anew only when the notebook has changed. */
export const wholeGraph = memoizeByRevision(buildGraph)

/** More than this around one thing can't be taken in at a glance. */
const MOST_SHOWN = 240

export interface ShownGraph {
  readonly graph: Graph
  /** How many within the depth are not shown because there are too many. */
  readonly leftOut: number
  /** What it is drawn around. */
  readonly focus: Id | null
}

/** The most linked thing that is not a tag or an article: where to begin when nothing was chosen. */
function startingPoint(graph: Graph): number | undefined {
  const order = byImportance(rankNodes(graph))
  const isTelling = (node: number) => ['claim', 'entity', 'quote'].includes(graph.nodes[node]?.kind ?? '')
  return order.find(isTelling) ?? order[0]
}

/** Where the graph is drawn around: the thing asked for, if the filter shows it, or the most linked one. */
export function findFocus(filtered: Graph, wanted: Id | null): number | undefined {
  const chosen = wanted === null ? undefined : filtered.indexOf.get(wanted)
  return chosen ?? startingPoint(filtered)
}

/** What a filtered graph shows around a node. */
export function showAround(filtered: Graph, focus: number | undefined, depth: Depth): ShownGraph {
  if (focus === undefined) return { graph: filtered, leftOut: 0, focus: null }
  const { graph, leftOut } = takeNeighbourhood(filtered, [focus], depth, MOST_SHOWN)
  return { graph, leftOut, focus: filtered.nodes[focus]?.id ?? null }
}

/** The things that the graph shows with these settings around `wanted`. */
export function thingsShown(view: NotebookView, settings: GraphSettings, wanted: Id | null): Id[] {
  const filtered = filterGraph(view, wholeGraph(view), settings)
  const { graph } = showAround(filtered, findFocus(filtered, wanted), settings.depth)
  return graph.nodes.map(({ id }) => id)
}

/** The things that pass the filter of some settings, wherever they are. */
export function thingsPassing(view: NotebookView, settings: GraphSettings): Id[] {
  return filterGraph(view, wholeGraph(view), settings).nodes.map(({ id }) => id)
}

/** A thing and what lies within so many links of it. */
export function thingsAround(view: NotebookView, id: Id, depth: Depth): Id[] {
  const graph = wholeGraph(view)
  const node = graph.indexOf.get(id)
  if (node === undefined) return [id]
  return takeNeighbourhood(graph, [node], depth).graph.nodes.map((found) => found.id)
}
