import type { Camera, Size } from './camera'
import type { Palette } from './palette'
import { EDGE_STYLES, type EdgeStyle, type Scene, sizeFactor } from './scene'

/** Where nodes stand in the plane, by number. */
export interface Places {
  readonly x: Float32Array
  readonly y: Float32Array
}

const WIDTHS: Readonly<Record<EdgeStyle, number>> = { implied: 1, drawn: 1.25, supports: 2, contradicts: 2 }
const OPACITY: Readonly<Record<EdgeStyle, number>> = {
  implied: 0.55,
  drawn: 0.9,
  supports: 1,
  contradicts: 1,
}
/** Above this many links their ends are not marked, and they run from middle to middle. */
const MOST_DETAILED = 4_000
const LANE_WIDTH = 7
const HEAD = 7

/** The visible piece of a link in screen pixels, from shape to shape; `ux, uy` is its direction. */
export interface Segment {
  ax: number
  ay: number
  bx: number
  by: number
  ux: number
  uy: number
  length: number
}

/** Projects links to the screen, one at a time into one reused object. */
export class EdgeProjector {
  readonly segment: Segment = { ax: 0, ay: 0, bx: 0, by: 0, ux: 0, uy: 0, length: 0 }
  readonly #offsetX: number
  readonly #offsetY: number
  readonly #factor: number

  constructor(
    readonly scene: Scene,
    readonly places: Places,
    readonly camera: Camera,
    readonly size: Size,
  ) {
    this.#offsetX = size.width / 2 - camera.x * camera.scale
    this.#offsetY = size.height / 2 - camera.y * camera.scale
    this.#factor = sizeFactor(camera.scale)
  }

  /** Whether the link can be seen; then `segment` holds it. */
  project(edge: number): boolean {
    const { scene, places, camera, size, segment } = this
    const source = scene.sources[edge] as number
    const target = scene.targets[edge] as number
    const ax = (places.x[source] as number) * camera.scale + this.#offsetX
    const ay = (places.y[source] as number) * camera.scale + this.#offsetY
    const bx = (places.x[target] as number) * camera.scale + this.#offsetX
    const by = (places.y[target] as number) * camera.scale + this.#offsetY
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0)) return false
    if ((ax > size.width && bx > size.width) || (ay > size.height && by > size.height)) return false
    segment.ax = ax
    segment.ay = ay
    segment.bx = bx
    segment.by = by
    return true
  }

  /** Shortens the projected link to the space between its shapes; false when they touch. */
  trim(edge: number): boolean {
    const { scene, segment } = this
    const dx = segment.bx - segment.ax
    const dy = segment.by - segment.ay
    const whole = Math.sqrt(dx * dx + dy * dy)
    const before = (scene.radii[scene.sources[edge] as number] as number) * this.#factor + 3
    const after = (scene.radii[scene.targets[edge] as number] as number) * this.#factor + 4
    segment.length = whole - before - after
    if (segment.length < 2) return false
    segment.ux = dx / whole
    segment.uy = dy / whole
    const aside =
      (scene.lanes[edge] as number) * LANE_WIDTH * (scene.sources[edge]! < scene.targets[edge]! ? 1 : -1)
    segment.ax += segment.ux * before - segment.uy * aside
    segment.ay += segment.uy * before + segment.ux * aside
    segment.bx -= segment.ux * after + segment.uy * aside
    segment.by -= segment.uy * after - segment.ux * aside
    return true
  }
}

/** Adds the mark at a link's end to the path: an arrow, or a bar across for a contradiction. */
function traceEnd(context: CanvasRenderingContext2D, { bx, by, ux, uy }: Segment, style: EdgeStyle): void {
  if (style === 'contradicts') {
    context.moveTo(bx - uy * HEAD, by + ux * HEAD)
    context.lineTo(bx + uy * HEAD, by - ux * HEAD)
    return
  }
  const [backX, backY] = [bx - ux * HEAD, by - uy * HEAD]
  context.moveTo(backX - uy * HEAD * 0.5, backY + ux * HEAD * 0.5)
  context.lineTo(bx, by)
  context.lineTo(backX + uy * HEAD * 0.5, backY - ux * HEAD * 0.5)
}

/** Strokes some links of one style as one path. */
export function strokeEdges(
  context: CanvasRenderingContext2D,
  projector: EdgeProjector,
  edges: Iterable<number>,
  style: EdgeStyle,
  detailed: boolean,
): void {
  const { segment } = projector
  context.beginPath()
  for (const edge of edges) {
    if (!projector.project(edge)) continue
    if (detailed && !projector.trim(edge)) continue
    context.moveTo(segment.ax, segment.ay)
    context.lineTo(segment.bx, segment.by)
    if (detailed && segment.length > HEAD * 2) traceEnd(context, segment, style)
  }
  context.stroke()
}

/** Draws all links, those that weigh most on top. */
export function drawEdges(
  context: CanvasRenderingContext2D,
  projector: EdgeProjector,
  palette: Palette,
): void {
  const { scene, camera } = projector
  const detailed = scene.sources.length <= MOST_DETAILED
  const thin = detailed ? 1 : Math.max(0.4, sizeFactor(camera.scale))
  context.lineCap = 'butt'
  EDGE_STYLES.forEach((style, index) => {
    context.strokeStyle = palette.edges[style]
    context.globalAlpha = OPACITY[style] * (detailed ? 1 : 0.7)
    context.lineWidth = WIDTHS[style] * thin
    strokeEdges(context, projector, scene.byStyle[index] as Int32Array, style, detailed)
  })
  context.globalAlpha = 1
}
