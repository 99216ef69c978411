import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { panBy, toPlane, zoomAt } from './camera'
import type { GraphPicture } from './graph-picture'

interface PointerActions {
  readonly onHover: (node: number | null) => void
  readonly onSelect: (node: number) => void
  readonly onOpen: (node: number) => void
  readonly onDrag: (node: number, x: number, y: number) => void
  readonly onDrop: (node: number) => void
}

/** Pixels that a pointer may tremble before a click becomes a drag. */
const TREMBLE = 4

/** Panning, zooming, dragging and choosing with mouse, pen or finger. */
export function usePointer(picture: RefObject<GraphPicture | null>, actions: PointerActions) {
  const held = useRef<{ node: number | null; x: number; y: number; moved: boolean } | null>(null)
  const pointOf = (event: { clientX: number; clientY: number }) => {
    const box = picture.current?.canvas.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }

  useEffect(() => {
    const shown = picture.current
    if (!shown) return
    const zoom = (event: WheelEvent) => {
      event.preventDefault()
      const box = shown.canvas.getBoundingClientRect()
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      const lines = event.deltaMode === 1 ? 16 : 1
      shown.moveCamera(zoomAt(shown.camera, shown.size, at, Math.exp(-event.deltaY * lines * 0.0015)))
    }
    // React listens to wheels passively; zooming must keep the page from scrolling.
    shown.canvas.addEventListener('wheel', zoom, { passive: false })
    return () => shown.canvas.removeEventListener('wheel', zoom)
  }, [picture])

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0 || !picture.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const point = pointOf(event)
    held.current = { node: picture.current.nodeAt(point), ...point, moved: false }
  }

  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const shown = picture.current
    if (!shown) return
    const point = pointOf(event)
    const hold = held.current
    if (!hold) {
      actions.onHover(shown.nodeAt(point))
      return
    }
    const [dx, dy] = [point.x - hold.x, point.y - hold.y]
    if (!hold.moved && Math.hypot(dx, dy) < TREMBLE) return
    held.current = { node: hold.node, ...point, moved: true }
    if (hold.node === null) shown.moveCamera(panBy(shown.camera, dx, dy))
    else {
      const place = toPlane(shown.camera, shown.size, point)
      actions.onDrag(hold.node, place.x, place.y)
    }
  }

  const onPointerUp = () => {
    const hold = held.current
    held.current = null
    if (!hold || hold.node === null) return
    if (hold.moved) actions.onDrop(hold.node)
    else actions.onSelect(hold.node)
  }

  const onDoubleClick = (event: { clientX: number; clientY: number }) => {
    const node = picture.current?.nodeAt(pointOf(event)) ?? null
    if (node !== null) actions.onOpen(node)
  }

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: onPointerUp,
    onPointerLeave: () => actions.onHover(null),
    onDoubleClick,
  }
}
