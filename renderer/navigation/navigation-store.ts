import { create } from 'zustand'
import { type Route, sameRoute, tabKeyOf } from './route'

export interface Tab {
  readonly key: string
  readonly route: Route
  readonly back: readonly Route[]
  readonly forward: readonly Route[]
}

export interface Places {
  readonly tabs: readonly Tab[]
  readonly active: string
  /** The tab shown beside the active one, if any. */
  readonly beside: string | null
}

interface Moves {
  open(route: Route): void
  openBeside(route: Route): void
  activate(key: string): void
  close(key: string): void
  /** Goes to the tab after or before the active one, round and round. */
  stepTab(by: 1 | -1): void
  /** Shows the tab next to the active one beside it, or only the active one again. */
  toggleBeside(): void
  /** Lets the two views that are shown change places. */
  swap(): void
  /** Along the history of a tab, of the active one if it is not said. */
  goBack(key?: string): void
  goForward(key?: string): void
  /** Puts a kept state back, as after a restart. */
  restore(places: Places): void
}

const HISTORY_LIMIT = 100
const HOME: Tab = { key: 'library', route: { view: 'library' }, back: [], forward: [] }
export const START: Places = { tabs: [HOME], active: 'library', beside: null }

function visit(tab: Tab, route: Route): Tab {
  if (sameRoute(tab.route, route)) return tab
  return { ...tab, route, back: [...tab.back, tab.route].slice(-HISTORY_LIMIT), forward: [] }
}

function withRoute(tabs: readonly Tab[], route: Route): readonly Tab[] {
  const key = tabKeyOf(route)
  if (tabs.some((tab) => tab.key === key))
    return tabs.map((tab) => (tab.key === key ? visit(tab, route) : tab))
  return [...tabs, { key, route, back: [], forward: [] }]
}

/** A list in which nothing is chosen yet becomes what is chosen in it, instead of staying behind as a tab. */
function withChosen(tabs: readonly Tab[], route: Route): readonly Tab[] {
  const key = tabKeyOf(route)
  if (tabs.some((tab) => tab.key === key)) return withRoute(tabs, route)
  const opened: Tab = { key, route, back: [], forward: [] }
  return tabs.some((tab) => tab.key === route.view)
    ? tabs.map((tab) => (tab.key === route.view ? opened : tab))
    : [...tabs, opened]
}

function closeTab({ tabs, active, beside }: Places, key: string): Places {
  const index = tabs.findIndex((tab) => tab.key === key)
  const left = tabs.filter((tab) => tab.key !== key)
  if (index < 0 || left.length === 0) return START
  const neighbour = left[Math.min(index, left.length - 1)] as Tab
  const next = active === key ? neighbour.key : active
  return { tabs: left, active: next, beside: beside === key || beside === next ? null : beside }
}

/** The tab so many places after another, round and round. */
function tabAfter({ tabs }: Places, key: string, by: number): Tab | undefined {
  const index = tabs.findIndex((tab) => tab.key === key)
  return tabs[(index + by + tabs.length) % tabs.length]
}

function toggleBeside(places: Places): Places {
  if (places.beside !== null) return { ...places, beside: null }
  const isLast = places.tabs.at(-1)?.key === places.active
  const next = tabAfter(places, places.active, isLast ? -1 : 1)?.key ?? null
  return { ...places, beside: next === places.active ? null : next }
}

/** Moves a tab along its own history. */
function step(places: Places, from: 'back' | 'forward', key = places.active): Places {
  const to = from === 'back' ? 'forward' : 'back'
  return {
    ...places,
    tabs: places.tabs.map((tab) => {
      const route = tab[from].at(-1)
      if (tab.key !== key || !route) return tab
      return { ...tab, route, [from]: tab[from].slice(0, -1), [to]: [...tab[to], tab.route] }
    }),
  }
}

/** Where one is: tabs, the active one, each with a history of its own. */
export const useNavigation = create<Places & Moves>((set) => ({
  ...START,
  open: (route) =>
    set((places) => {
      const active = tabKeyOf(route)
      const tabs = withChosen(places.tabs, route)
      const isKept = places.beside !== active && tabs.some(({ key }) => key === places.beside)
      return { tabs, active, beside: isKept ? places.beside : null }
    }),
  openBeside: (route) =>
    set(({ tabs, active }) => {
      const beside = tabKeyOf(route)
      return { tabs: withRoute(tabs, route), beside: beside === active ? null : beside }
    }),
  activate: (key) => set(({ beside }) => ({ active: key, beside: beside === key ? null : beside })),
  close: (key) => set((places) => closeTab(places, key)),
  stepTab: (by) =>
    set((places) => {
      const next = tabAfter(places, places.active, by)?.key ?? places.active
      return { active: next, beside: places.beside === next ? null : places.beside }
    }),
  toggleBeside: () => set(toggleBeside),
  swap: () => set(({ active, beside }) => (beside === null ? {} : { active: beside, beside: active })),
  goBack: (key) => set((places) => step(places, 'back', key)),
  goForward: (key) => set((places) => step(places, 'forward', key)),
  restore: (places) => set(places),
}))
