import { type Camera, type Point, type Size, toScreen } from './camera'
import { EdgeProjector, type Places, type Segment, strokeEdges } from './draw-edges'
import { breakLabel, prepareType } from './draw-labels'
import type { Palette } from './palette'
import { EDGE_STYLES, type EdgeStyle, type Scene, sizeFactor, styleOfEdge } from './scene'

/** What is pointed out on the picture, by number. */
export interface Marks {
  /** Where the keyboard is and what the inspector shows. */
  readonly cursor: number | null
  /** What the picture is drawn around. */
  readonly focus: number | null
  readonly hovered: number | null
  /** The links of a path that is shown. */
  readonly path: readonly number[]
}

export const NO_MARKS: Marks = { cursor: null, focus: null, hovered: null, path: [] }

/** Above this many links at one node only those drawn by hand have their relation written out. */
const MOST_WORDS = 6

function edgesOf(scene: Scene, node: number): Int32Array {
  const { offsets, edges } = scene.graph.adjacency
  return edges.subarray(offsets[node] as number, offsets[node + 1] as number)
}

function strokeStrong(
  context: CanvasRenderingContext2D,
  projector: EdgeProjector,
  edges: Int32Array | readonly number[],
  palette: Palette,
): void {
  const { scene } = projector
  const groups = new Map<EdgeStyle, number[]>(EDGE_STYLES.map((style) => [style, []]))
  for (const edge of edges) {
    const found = scene.graph.edges[edge]
    if (found) groups.get(styleOfEdge(found))?.push(edge)
  }
  context.lineWidth = 2.5
  for (const [style, list] of groups) {
    context.strokeStyle = style === 'implied' || style === 'drawn' ? palette.accent : palette.edges[style]
    strokeEdges(context, projector, list, style, true)
  }
}

/** How far a thing's label reaches below its shape, in CSS pixels. */
const LABEL_HEIGHT = 34
/** Room that a line of words needs along a steep link, in CSS pixels. */
const LINE_ROOM = 18

/**
 * Where the words of a projected link of at least their `width` go: its middle, or for a steep link the middle of
 * what the label under its upper end leaves free; null where there is no room.
 */
function placeOfWords({ ax, ay, bx, by, uy, length }: Segment, width: number): Point | null {
  if (width > length - 4) return null
  const steepness = Math.abs(uy)
  const covered = steepness > 0.5 ? LABEL_HEIGHT / steepness : 0
  if (length - covered < LINE_ROOM) return null
  const part = (length + covered) / 2 / length
  const along = uy >= 0 ? part : 1 - part
  return { x: ax + (bx - ax) * along, y: ay + (by - ay) * along + 4 }
}

/** Writes what kind each link is along it. */
function writeRelations(
  context: CanvasRenderingContext2D,
  projector: EdgeProjector,
  edges: Int32Array,
  palette: Palette,
  nameOf: (relation: string) => string,
): void {
  prepareType(context, palette, 500)
  context.strokeStyle = palette.ground
  for (const edge of edges) {
    const found = projector.scene.graph.edges[edge]
    if (!found || (found.implied && edges.length > MOST_WORDS)) continue
    if (!projector.project(edge) || !projector.trim(edge)) continue
    const words = nameOf(found.relation)
    const at = placeOfWords(projector.segment, context.measureText(words).width)
    if (at === null) continue
    const style = styleOfEdge(found)
    context.fillStyle = style === 'implied' ? palette.inkSoft : palette.edges[style]
    context.strokeText(words, at.x, at.y)
    context.fillText(words, at.x, at.y)
  }
}

function ring(
  context: CanvasRenderingContext2D,
  scene: Scene,
  places: Places,
  camera: Camera,
  size: Size,
  node: number,
  gap: number,
): void {
  const { x, y } = toScreen(camera, size, { x: places.x[node] as number, y: places.y[node] as number })
  context.beginPath()
  context.arc(x, y, Math.max(4, (scene.radii[node] as number) * sizeFactor(camera.scale)) * 1.2 + gap, 0, 7)
  context.stroke()
}

/** Strengthens the links of what is pointed at, or of a path. Drawn before shapes and labels, which they must not cover. */
export function drawStrongEdges(
  context: CanvasRenderingContext2D,
  projector: EdgeProjector,
  palette: Palette,
  marks: Marks,
): void {
  const shown = marks.hovered ?? marks.cursor
  if (marks.path.length > 0) strokeStrong(context, projector, marks.path, palette)
  else if (shown !== null) strokeStrong(context, projector, edgesOf(projector.scene, shown), palette)
}

/** Points out the cursor, the focus and what the pointer is over, and says what kind their links are. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  places: Places,
  camera: Camera,
  size: Size,
  palette: Palette,
  marks: Marks,
  nameOf: (relation: string) => string,
): void {
  const projector = new EdgeProjector(scene, places, camera, size)
  const shown = marks.hovered ?? marks.cursor
  if (shown !== null) writeRelations(context, projector, edgesOf(scene, shown), palette, nameOf)
  context.strokeStyle = palette.accent
  if (marks.focus !== null) {
    context.lineWidth = 1.5
    context.setLineDash([3, 3])
    ring(context, scene, places, camera, size, marks.focus, 7)
    context.setLineDash([])
  }
  context.lineWidth = 2.5
  if (marks.cursor !== null) ring(context, scene, places, camera, size, marks.cursor, 3)
  context.lineWidth = 1.5
  if (marks.hovered !== null) {
    ring(context, scene, places, camera, size, marks.hovered, 3)
    writeHovered(context, scene, places, camera, size, palette, marks.hovered)
  }
}

/** The label of what the pointer is over, on a ground of its own, however crowded it is there. */
function writeHovered(
  context: CanvasRenderingContext2D,
  scene: Scene,
  places: Places,
  camera: Camera,
  size: Size,
  palette: Palette,
  node: number,
): void {
  prepareType(context, palette, 600)
  const lines = breakLabel(scene.graph.nodes[node]?.label ?? '')
  const at = toScreen(camera, size, { x: places.x[node] as number, y: places.y[node] as number })
  const top = at.y + (scene.radii[node] as number) * sizeFactor(camera.scale) + 2
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 8
  context.fillStyle = palette.ground
  context.fillRect(at.x - width / 2, top, width, lines.length * 15 + 3)
  context.fillStyle = palette.ink
  lines.forEach((line, index) => {
    context.fillText(line, at.x, top + 12 + index * 15)
  })
}
