import type { Id } from '@shared/base/ids'

/** Everywhere one can be. A route is plain data: it is kept across restarts and in the history of its tab. */
export type Route =
  | { readonly view: 'library'; readonly tag?: Id }
  | {
      readonly view: 'article'
      readonly id: Id
      readonly annotation?: Id
      /** A stretch of the text to show and select, in UTF-16 offsets. */
      readonly at?: readonly [number, number]
      readonly version?: Id
      readonly review?: 'quotes' | 'claims'
    }
  | { readonly view: 'search'; readonly words?: string }
  | { readonly view: 'claims'; readonly id?: Id }
  | { readonly view: 'people'; readonly id?: Id }
  | { readonly view: 'graph'; readonly focus?: Id }
  | { readonly view: 'notes'; readonly id?: Id }
  | { readonly view: 'inbox'; readonly section?: string }
  | { readonly view: 'history'; readonly id: Id }
  | { readonly view: 'sameQuotes'; readonly quote?: Id }
  | { readonly view: 'agreement'; readonly id?: Id }
  | { readonly view: 'trash' }
  | { readonly view: 'settings'; readonly section?: string }

export type ViewName = Route['view']

/** Views of which only one is ever open; articles and notes have a tab each. */
const SINGLE_VIEWS: readonly ViewName[] = [
  'library',
  'search',
  'claims',
  'people',
  'graph',
  'inbox',
  'sameQuotes',
  'agreement',
  'trash',
  'settings',
]

/** Two routes with the same key share a tab. */
export function tabKeyOf(route: Route): string {
  if (SINGLE_VIEWS.includes(route.view)) return route.view
  return 'id' in route && route.id ? `${route.view} ${route.id}` : route.view
}

/** Whether two routes are the same place. */
export function sameRoute(a: Route, b: Route): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
