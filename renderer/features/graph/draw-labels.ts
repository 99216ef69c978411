import type { Camera, Size } from './camera'
import { toScreen } from './camera'
import type { Places } from './draw-edges'
import type { Palette } from './palette'
import { type Scene, sizeFactor } from './scene'

const FONT_SIZE = 12
const LINE_HEIGHT = 15
/** Characters of a line, and lines of a label. */
const LINE = 24
const LINES = 2
const MOST_LABELS = 120
/** So many are tried before the rest is left unwritten: measuring text takes long. */
const MOST_TRIED = 400
/** Side of the cells in which taken space is remembered. */
const CELL = 8

/** Breaks words into at most two short lines. */
export function breakLabel(label: string): string[] {
  const lines: string[] = []
  let rest = label
  while (rest.length > 0 && lines.length < LINES) {
    const isLast = lines.length === LINES - 1
    if (rest.length <= LINE) {
      lines.push(rest)
      break
    }
    const space = rest.lastIndexOf(' ', LINE)
    const end = space > LINE / 3 ? space : LINE
    lines.push(
      isLast ? `${rest.slice(0, end).replace(/[\ud800-\udbff]$|[\s,;:.]+$/u, '')}…` : rest.slice(0, end),
    )
    rest = rest.slice(end).trimStart()
  }
  return lines
}

/** Remembers which parts of the screen are written on, so that no label covers another. */
class TakenSpace {
  readonly #columns: number
  readonly #rows: number
  readonly #cells: Uint8Array

  constructor({ width, height }: Size) {
    this.#columns = Math.ceil(width / CELL) + 1
    this.#rows = Math.ceil(height / CELL) + 1
    this.#cells = new Uint8Array(this.#columns * this.#rows)
  }

  /** Whether a rectangle is free; when it is, it is taken from now on. */
  take(left: number, top: number, right: number, bottom: number, force = false): boolean {
    const [x0, y0] = [Math.max(0, Math.floor(left / CELL)), Math.max(0, Math.floor(top / CELL))]
    const x1 = Math.min(this.#columns - 1, Math.floor(right / CELL))
    const y1 = Math.min(this.#rows - 1, Math.floor(bottom / CELL))
    for (let y = y0; y <= y1 && !force; y += 1)
      for (let x = x0; x <= x1; x += 1) if (this.#cells[y * this.#columns + x]) return false
    for (let y = y0; y <= y1; y += 1) this.#cells.fill(1, y * this.#columns + x0, y * this.#columns + x1 + 1)
    return true
  }
}

function writeLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  x: number,
  top: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.ground
  context.fillStyle = palette.ink
  lines.forEach((line, index) => {
    const baseline = top + FONT_SIZE + index * LINE_HEIGHT
    context.strokeText(line, x, baseline)
    context.fillText(line, x, baseline)
  })
}

/** Sets the type for labels. */
export function prepareType(context: CanvasRenderingContext2D, palette: Palette, weight = 400): void {
  context.font = `${weight} ${FONT_SIZE}px ${palette.face}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.lineWidth = 4
}

/** Writes the labels of the `first` nodes, then by importance as many as find room. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  places: Places,
  camera: Camera,
  size: Size,
  palette: Palette,
  first: readonly number[],
): void {
  prepareType(context, palette)
  const factor = sizeFactor(camera.scale)
  const taken = new TakenSpace(size)
  let written = 0
  let tried = 0
  const forced = new Set(first)
  for (const node of [...first, ...scene.byImportance]) {
    if (written >= MOST_LABELS || tried >= MOST_TRIED) break
    const isForced = forced.delete(node)
    if (!isForced && first.includes(node)) continue
    const at = toScreen(camera, size, { x: places.x[node] as number, y: places.y[node] as number })
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue
    tried += 1
    const lines = breakLabel(scene.graph.nodes[node]?.label ?? '')
    const radius = (scene.radii[node] as number) * factor
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2
    const top = at.y + radius + 2
    if (!taken.take(at.x - half, top + 2, at.x + half, top + lines.length * LINE_HEIGHT - 2, isForced))
      continue
    writeLines(context, lines, at.x, top, palette)
    written += 1
  }
}
