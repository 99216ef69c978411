import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { filterGraph } from '@shared/graph/filter'
import type { GraphSettings } from '@shared/graph/graph-settings'
import { findFocus, showAround, wholeGraph } from '@shared/graph/shown-graph'
import { useMemo } from 'react'

/** The graph as it is shown: filtered, and around the focus. */
export function useShownGraph(wanted: Id | null, settings: GraphSettings) {
  const view = useNotebookView()
  const whole = wholeGraph(view)
  const filtered = useMemo(() => filterGraph(view, whole, settings), [view, whole, settings])
  const focusIndex = useMemo(() => findFocus(filtered, wanted), [filtered, wanted])
  const shown = useMemo(
    () => showAround(filtered, focusIndex, settings.depth),
    [filtered, focusIndex, settings.depth],
  )
  return { view, whole, ...shown }
}
