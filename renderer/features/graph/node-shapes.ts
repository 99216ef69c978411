import type { NodeKind } from '@shared/domain/kinds'

/** What a shape is drawn on: a canvas, or text for an SVG path. */
export interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void
  closePath(): void
}

/** The handle length that makes four Bézier curves a circle. */
const ROUND = 0.5523

function traceCircle(pen: Pen, x: number, y: number, r: number): void {
  const h = r * ROUND
  pen.moveTo(x + r, y)
  pen.bezierCurveTo(x + r, y + h, x + h, y + r, x, y + r)
  pen.bezierCurveTo(x - h, y + r, x - r, y + h, x - r, y)
  pen.bezierCurveTo(x - r, y - h, x - h, y - r, x, y - r)
  pen.bezierCurveTo(x + h, y - r, x + r, y - h, x + r, y)
  pen.closePath()
}

function tracePolygon(
  pen: Pen,
  x: number,
  y: number,
  r: number,
  corners: readonly (readonly [number, number])[],
) {
  corners.forEach(([dx, dy], index) => {
    if (index === 0) pen.moveTo(x + dx * r, y + dy * r)
    else pen.lineTo(x + dx * r, y + dy * r)
  })
  pen.closePath()
}

/** One of the two drops of an opening quotation mark. */
function traceDrop(pen: Pen, x: number, y: number, r: number): void {
  const base = y + r * 0.3
  pen.moveTo(x + r * 0.38, y - r * 0.8)
  pen.quadraticCurveTo(x - r * 0.46, y - r * 0.5, x - r * 0.46, base)
  pen.bezierCurveTo(x - r * 0.46, base + r * 0.62, x + r * 0.46, base + r * 0.62, x + r * 0.46, base)
  pen.bezierCurveTo(x + r * 0.46, base - r * 0.36, x + r * 0.2, base - r * 0.46, x, base - r * 0.44)
  pen.quadraticCurveTo(x + r * 0.02, y - r * 0.46, x + r * 0.44, y - r * 0.62)
  pen.closePath()
}

/** The corners of the straight-edged shapes, in radii from the middle. */
const CORNERS: Readonly<
  Record<Exclude<NodeKind, 'quote' | 'entity'>, readonly (readonly [number, number])[]>
> = {
  /** A square. */
  article: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  /** A marked line. */
  annotation: [
    [-1.15, -0.5],
    [1.15, -0.5],
    [1.15, 0.5],
    [-1.15, 0.5],
  ],
  /** A diamond. */
  claim: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  /** A page with its corner turned down. */
  note: [
    [-0.78, -1],
    [0.28, -1],
    [0.78, -0.5],
    [0.78, 1],
    [-0.78, 1],
  ],
  /** A luggage label. */
  tag: [
    [-1.1, -0.6],
    [0.5, -0.6],
    [1.15, 0],
    [0.5, 0.6],
    [-1.1, 0.6],
  ],
}

/** Adds the outline of a kind around a point to the path: told apart by shape alone, without colour. */
export function traceShape(pen: Pen, kind: NodeKind, x: number, y: number, r: number): void {
  switch (kind) {
    case 'quote':
      traceDrop(pen, x - r * 0.58, y, r)
      traceDrop(pen, x + r * 0.58, y, r)
      break
    case 'entity':
      traceCircle(pen, x, y, r)
      break
    default:
      tracePolygon(pen, x, y, r, CORNERS[kind])
  }
}

const short = (value: number) => Number(value.toFixed(2))

/** The outline of a kind as an SVG path in a square of 16 units. */
export function shapePath(kind: NodeKind): string {
  const steps: string[] = []
  const write =
    (letter: string) =>
    (...numbers: number[]) => {
      steps.push(letter + numbers.map(short).join(' '))
    }
  const pen: Pen = {
    moveTo: write('M'),
    lineTo: write('L'),
    quadraticCurveTo: write('Q'),
    bezierCurveTo: write('C'),
    closePath: write('Z'),
  }
  traceShape(pen, kind, 8, 8, 6.2)
  return steps.join('')
}
