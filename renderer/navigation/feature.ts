import type { ReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Route, ViewName } from './route'

/** How a feature joins the app: its view, and its place in the rail if it has one. */
export interface Feature<V extends ViewName = ViewName> {
  readonly view: V
  readonly View: ComponentType<{ readonly route: Extract<Route, { view: V }> }>
  /** The title of a tab that shows the route. */
  readonly titleOf: (route: Extract<Route, { view: V }>, view: NotebookView) => string
  readonly rail?: {
    readonly label: string
    readonly icon: LucideIcon
    /** The second key after G. */
    readonly key: string
    /** How many things wait there; shown only when something does. */
    readonly waiting?: (notebook: ReadableNotebook) => number
  }
}

/** Keeps the route's type together with the component that shows it. */
export function feature<V extends ViewName>(described: Feature<V>): Feature {
  return described as unknown as Feature
}
