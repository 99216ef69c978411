import type { Graph } from '@shared/graph/graph'
import { edgesAt, otherEnd } from '@shared/graph/graph'
import type { Places } from './draw-edges'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const ANGLES: Readonly<Record<Direction, number>> = {
  ArrowRight: 0,
  ArrowDown: Math.PI / 2,
  ArrowLeft: Math.PI,
  ArrowUp: -Math.PI / 2,
}

export function isDirection(key: string): key is Direction {
  return Object.hasOwn(ANGLES, key)
}

/** The smaller angle between two directions, 0 to π. */
function turn(a: number, b: number): number {
  const difference = Math.abs(a - b) % (2 * Math.PI)
  return Math.min(difference, 2 * Math.PI - difference)
}

/**
 * Where an arrow key leads along the links of a node: to the linked thing that lies most nearly that way,
 * within a right angle; null when none does. Distance decides only between nearly equal directions.
 */
export function walkLink(graph: Graph, places: Places, from: number, direction: Direction): number | null {
  let best: number | null = null
  let least = Infinity
  for (const edge of edgesAt(graph, from)) {
    const to = otherEnd(edge, from)
    if (to === from) continue
    const dx = (places.x[to] as number) - (places.x[from] as number)
    const dy = (places.y[to] as number) - (places.y[from] as number)
    const angle = turn(Math.atan2(dy, dx), ANGLES[direction])
    if (angle > Math.PI / 2) continue
    const cost = angle + 0.0005 * Math.hypot(dx, dy)
    if (cost < least) [least, best] = [cost, to]
  }
  return best
}

/** The linked thing that comes after `current` among those of `around`, in order; for walking round a crowd. */
export function nextAround(graph: Graph, around: number, current: number, step: 1 | -1): number | null {
  const others = [...new Set(edgesAt(graph, around).map((edge) => otherEnd(edge, around)))].filter(
    (node) => node !== around,
  )
  if (others.length === 0) return null
  const at = others.indexOf(current)
  return others[(at + step + others.length) % others.length] ?? null
}
