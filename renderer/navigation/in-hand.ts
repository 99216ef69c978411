import type { Id } from '@shared/base/ids'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useNavigation } from './navigation-store'

/** What a view has in hand beyond its route: the active annotation, the thing chosen in the graph, the row with the focus. */
const useInHandStore = create<{ readonly id: Id | null }>(() => ({ id: null }))

/** Says what of a view commands mean, as long as it is shown; null when that is what the route names. */
export function useInHand(id: Id | null): void {
  useEffect(() => {
    if (id === null) return
    useInHandStore.setState({ id })
    return () => useInHandStore.setState((state) => (state.id === id ? { id: null } : state))
  }, [id])
}

/** What commands mean now: what the view has in hand, or what its route names; null when that is nothing. */
export function findInHand(): Id | null {
  const { id } = useInHandStore.getState()
  if (id !== null) return id
  const { tabs, active } = useNavigation.getState()
  const route = tabs.find(({ key }) => key === active)?.route
  if (!route) return null
  if (route.view === 'graph') return route.focus ?? null
  if (route.view === 'library') return route.tag ?? null
  return 'id' in route ? (route.id ?? null) : null
}
