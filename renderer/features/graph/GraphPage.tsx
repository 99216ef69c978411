import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { GraphView } from './GraphView'

/** The graph as one of the app's places: centring on a thing is a step of the tab's history. */
export function GraphPage({ route }: { readonly route: Extract<Route, { view: 'graph' }> }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const openThing = (id: Id) => {
    const place = routeOf(view, id)
    if (place) open(place)
  }
  return (
    <GraphView
      selected={route.focus ?? null}
      onOpen={openThing}
      onSelect={() => undefined}
      onFocus={(id) => open({ view: 'graph', focus: id })}
    />
  )
}
