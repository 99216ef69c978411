import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { buildGraph } from '@shared/graph/build'
import { filterGraph } from '@shared/graph/filter'
import type { Graph } from '@shared/graph/graph'
import { byImportance, rankNodes } from '@shared/graph/importance'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import { takeNeighbourhood } from '@shared/graph/neighbourhood'
import { useMemo } from 'react'
import type { GraphSettings } from './graph-settings'

const wholeGraph = memoizeByRevision(buildGraph)
/** More than this around one thing can't be taken in at a glance. */
const MOST_SHOWN = 240

/** The most linked thing that is not a tag or an article: where to begin when nothing was chosen. */
function startingPoint(graph: Graph): number | undefined {
  const order = byImportance(rankNodes(graph))
  const isTelling = (node: number) => ['claim', 'entity', 'quote'].includes(graph.nodes[node]?.kind ?? '')
  return order.find(isTelling) ?? order[0]
}

/** The graph as it is shown: filtered, and around the focus. */
export function useShownGraph(wanted: Id | null, settings: GraphSettings) {
  const view = useNotebookView()
  const whole = wholeGraph(view)
  const filtered = useMemo(() => filterGraph(view, whole, settings), [view, whole, settings])
  const focusIndex = useMemo(() => {
    const chosen = wanted === null ? undefined : filtered.indexOf.get(wanted)
    return chosen ?? startingPoint(filtered)
  }, [filtered, wanted])
  const { graph, leftOut } = useMemo(
    () =>
      focusIndex === undefined
        ? { graph: filtered, leftOut: 0 }
        : takeNeighbourhood(filtered, [focusIndex], settings.depth, MOST_SHOWN),
    [filtered, focusIndex, settings.depth],
  )
  const focus = focusIndex === undefined ? null : (filtered.nodes[focusIndex]?.id ?? null)
  return { view, whole, graph, leftOut, focus }
}
