import { NODE_KINDS } from '@shared/domain/kinds'
import type { Camera, Size } from './camera'
import type { Places } from './draw-edges'
import { traceShape } from './node-shapes'
import type { Palette } from './palette'
import { type Scene, sizeFactor } from './scene'

/** Below this radius in pixels a shape is a dot. */
const SMALLEST_SHAPE = 3.2

/** Draws all shapes, one path for each kind. */
export function drawNodes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { x, y }: Places,
  camera: Camera,
  size: Size,
  palette: Palette,
): void {
  const factor = sizeFactor(camera.scale)
  const offsetX = size.width / 2 - camera.x * camera.scale
  const offsetY = size.height / 2 - camera.y * camera.scale
  NODE_KINDS.forEach((kind, index) => {
    context.fillStyle = palette.kinds[kind]
    context.beginPath()
    for (const node of scene.byKind[index] as Int32Array) {
      const screenX = (x[node] as number) * camera.scale + offsetX
      const screenY = (y[node] as number) * camera.scale + offsetY
      if (screenX < -20 || screenY < -20 || screenX > size.width + 20 || screenY > size.height + 20) continue
      const radius = (scene.radii[node] as number) * factor
      if (radius < SMALLEST_SHAPE)
        context.rect(screenX - radius * 0.8, screenY - radius * 0.8, radius * 1.6, radius * 1.6)
      else traceShape(context, kind, screenX, screenY, radius)
    }
    context.fill()
  })
}
