/** What part of the plane is seen: the point in the middle of the view, and screen pixels per unit of the plane. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

const LEAST_SCALE = 0.01
const MOST_SCALE = 12
/** Nothing is shown larger than this by itself: a few things fill no screen. */
const MOST_FITTED_SCALE = 4.2
const MARGIN = 72

export function toScreen(camera: Camera, size: Size, point: Point): Point {
  return {
    x: (point.x - camera.x) * camera.scale + size.width / 2,
    y: (point.y - camera.y) * camera.scale + size.height / 2,
  }
}

export function toPlane(camera: Camera, size: Size, point: Point): Point {
  return {
    x: (point.x - size.width / 2) / camera.scale + camera.x,
    y: (point.y - size.height / 2) / camera.scale + camera.y,
  }
}

/** Moves the picture by pixels. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }
}

/** Zooms by a factor while the point of the screen stays where it is. */
export function zoomAt(camera: Camera, size: Size, screen: Point, factor: number): Camera {
  const held = toPlane(camera, size, screen)
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, camera.scale * factor))
  return {
    scale,
    x: held.x - (screen.x - size.width / 2) / scale,
    y: held.y - (screen.y - size.height / 2) / scale,
  }
}

/** The camera that shows all points with a margin for their labels. */
export function fitCamera(x: Float32Array, y: Float32Array, size: Size): Camera {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let node = 0; node < x.length; node += 1) {
    left = Math.min(left, x[node] as number)
    right = Math.max(right, x[node] as number)
    top = Math.min(top, y[node] as number)
    bottom = Math.max(bottom, y[node] as number)
  }
  if (left > right) return { x: 0, y: 0, scale: 1 }
  const across = Math.max(1, size.width - 2 * MARGIN) / Math.max(1e-3, right - left)
  const down = Math.max(1, size.height - 2 * MARGIN) / Math.max(1e-3, bottom - top)
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    scale: Math.max(LEAST_SCALE, Math.min(across, down, MOST_FITTED_SCALE)),
  }
}

/** A camera between two: `part` from 0 to 1. */
export function betweenCameras(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * part
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: mix(from.scale, to.scale) }
}
