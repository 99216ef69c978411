import { createLayoutClient, type LayoutClient } from '@renderer/workers/layout-client'
import type { Id } from '@shared/base/ids'
import { initialPositions, type Place } from '@shared/graph/initial-positions'
import { useCallback, useEffect, useRef } from 'react'
import type { Places } from './draw-edges'
import type { Scene } from './scene'

/** Pictures are wider than high, and labels lie flat: the plane is stretched across by this. */
const STRETCH = 1.45
/** How warm a layout starts when this share of its places, or more, is known. */
const KNOWN_SHARE = 0.6
const WARM = 0.35

function stretch(x: Float32Array, y: Float32Array): Places {
  return { x: x.map((value) => value * STRETCH), y }
}

/** The layout of the scene that is shown: keeps places from one scene to the next, works in a worker. */
export function useLayout(onPlaces: (places: Places, settled: boolean) => void) {
  const known = useRef(new Map<Id, Place>())
  const scene = useRef<Scene | null>(null)
  const client = useRef<LayoutClient | null>(null)
  const latest = useRef(onPlaces)
  latest.current = onPlaces

  useEffect(() => {
    client.current = createLayoutClient(({ x, y, settled }) => {
      scene.current?.graph.nodes.forEach(({ id }, node) => {
        known.current.set(id, { x: x[node] as number, y: y[node] as number })
      })
      latest.current(stretch(x, y), settled)
    })
    return () => client.current?.dispose()
  }, [])

  /** Lays out other things; gives where they start. */
  const start = useCallback((next: Scene, focus: readonly number[]): Places => {
    scene.current = next
    const { nodes } = next.graph
    const links = { sources: next.sources.slice(), targets: next.targets.slice() }
    const placeOf = (node: number) => known.current.get(nodes[node]?.id ?? '')
    const share = nodes.filter(({ id }) => known.current.has(id)).length / Math.max(1, nodes.length)
    const { x, y } = initialPositions(nodes.length, links, placeOf, focus)
    const places = stretch(x, y.slice())
    client.current?.start({ x, y, ...links, heat: share >= KNOWN_SHARE ? WARM : 1 })
    return places
  }, [])

  const pin = useCallback(
    (node: number, x: number, y: number) => client.current?.pin(node, x / STRETCH, y),
    [],
  )
  const release = useCallback((node: number) => client.current?.release(node), [])
  return { start, pin, release }
}
