import { betweenCameras, type Camera, fitCamera, type Point, type Size, toScreen } from './camera'
import { drawEdges, EdgeProjector, type Places } from './draw-edges'
import { drawLabels } from './draw-labels'
import { drawMarks, drawStrongEdges, type Marks, NO_MARKS } from './draw-marks'
import { drawNodes } from './draw-nodes'
import { type Palette, readPalette, watchPalette } from './palette'
import { type Scene, sizeFactor } from './scene'

/** With more things than this the picture is kept as a copy also while it rests. */
const MOST_REDRAWN = 3_000
/** The copy reaches beyond the view by this share of it on every side. */
const BEYOND = 0.35
/** Milliseconds of rest after which a shifted copy is drawn anew. */
const REST = 120
const NOTHING: Places = { x: new Float32Array(0), y: new Float32Array(0) }

/** The last drawing, larger than the view, and the camera it was made with. */
interface Copy {
  readonly canvas: HTMLCanvasElement
  readonly size: Size
  camera: Camera
}

const easeOut = (part: number) => 1 - (1 - part) ** 3

/** Draws a scene on a canvas whenever something changes, at most once a frame. */
export class GraphPicture {
  camera: Camera = { x: 0, y: 0, scale: 1 }
  #scene: Scene | null = null
  #places: Places = NOTHING
  #marks: Marks = NO_MARKS
  #palette: Palette
  #size: Size = { width: 0, height: 0 }
  #copy: Copy | null = null
  #isMoving = false
  /** Everything is in view, and nobody has moved the camera since. */
  #isFitted = false
  #frame = 0
  #rest: ReturnType<typeof setTimeout> | undefined
  #animation: ((now: number) => boolean) | null = null
  readonly #context: CanvasRenderingContext2D
  readonly #stopWatching: () => void

  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly nameOf: (relation: string) => string,
  ) {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser draws on no canvas.')
    this.#context = context
    const inside = canvas.parentElement ?? document.body
    this.#palette = readPalette(inside)
    this.#stopWatching = watchPalette(() => {
      this.#palette = readPalette(inside)
      this.#redraw()
    })
    this.resize()
  }

  get size(): Size {
    return this.#size
  }

  get places(): Places {
    return this.#places
  }

  dispose(): void {
    this.#stopWatching()
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#rest)
  }

  /** Takes the canvas' present size on the page; what was all in view stays so. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas
    if (width === this.#size.width && height === this.#size.height) return
    const ratio = window.devicePixelRatio
    this.canvas.width = Math.round(width * ratio)
    this.canvas.height = Math.round(height * ratio)
    this.#size = { width, height }
    this.#copy = null
    if (this.#isFitted && this.#animation === null)
      this.camera = fitCamera(this.#places.x, this.#places.y, this.#size)
    // A canvas that changes its size is emptied at once: filling it in the same frame avoids a flash.
    this.#draw()
  }

  /** Shows other things; they stand where `places` says. */
  setScene(scene: Scene, places: Places): void {
    this.#scene = scene
    this.#places = places
    this.#marks = NO_MARKS
    this.#redraw()
  }

  setPlaces(places: Places): void {
    this.#places = places
    this.#redraw()
  }

  setMarks(marks: Marks): void {
    this.#marks = marks
    if (this.#isLarge()) this.#request()
    else this.#redraw()
  }

  /** Moves the camera by hand: large pictures are shifted while it moves and drawn anew when it rests. */
  moveCamera(camera: Camera): void {
    this.#animation = null
    this.#isFitted = false
    this.camera = camera
    clearTimeout(this.#rest)
    this.#isMoving = true
    this.#rest = setTimeout(() => {
      this.#isMoving = false
      this.#redraw()
    }, REST)
    this.#request()
  }

  /** Brings everything into view, and moves things to new places on the way; at once where `duration` is 0. */
  settle(places: Places, refit: boolean, duration: number): void {
    if (refit) this.#isFitted = true
    const target = refit ? fitCamera(places.x, places.y, this.#size) : this.camera
    const [camera, before] = [this.camera, this.#places]
    if (duration === 0 || before.x.length !== places.x.length) {
      this.camera = target
      this.setPlaces(places)
      return
    }
    const begun = performance.now()
    const mix = (from: Float32Array, to: Float32Array, part: number) =>
      to.map((value, node) => (from[node] as number) + (value - (from[node] as number)) * part)
    this.#animation = (now) => {
      const part = easeOut(Math.min(1, Math.max(0, (now - begun) / duration)))
      this.camera = betweenCameras(camera, target, part)
      this.#places =
        part === 1 ? places : { x: mix(before.x, places.x, part), y: mix(before.y, places.y, part) }
      this.#copy = null
      return part < 1
    }
    this.#request()
  }

  /** The thing at a point of the view, with some tolerance, or null. */
  nodeAt(point: Point, tolerance = 6): number | null {
    const scene = this.#scene
    if (!scene) return null
    const factor = sizeFactor(this.camera.scale)
    let nearest: number | null = null
    let least = Infinity
    for (let node = 0; node < this.#places.x.length; node += 1) {
      const at = this.screenOf(node)
      const distance = Math.hypot(at.x - point.x, at.y - point.y) - (scene.radii[node] as number) * factor
      if (distance < least) [least, nearest] = [distance, node]
    }
    return least <= tolerance ? nearest : null
  }

  /** Where a thing is in the view, in CSS pixels. */
  screenOf(node: number): Point {
    const { x, y } = this.#places
    return toScreen(this.camera, this.#size, { x: x[node] as number, y: y[node] as number })
  }

  #isLarge(): boolean {
    return (this.#scene?.graph.nodes.length ?? 0) > MOST_REDRAWN
  }

  #redraw(): void {
    this.#copy = null
    this.#request()
  }

  #request(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0
      if (this.#animation && !this.#animation(now)) this.#animation = null
      this.#draw()
      if (this.#animation) this.#request()
    })
  }

  #draw(): void {
    const [context, size, scene] = [this.#context, this.#size, this.#scene]
    if (size.width === 0 || size.height === 0) return
    const ratio = this.canvas.width / size.width
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.fillStyle = this.#palette.ground
    context.fillRect(0, 0, size.width, size.height)
    if (!scene || this.#places.x.length !== scene.graph.nodes.length) return
    // Writing labels takes longer than a frame lasts: what moves is the last picture, shifted.
    if (this.#isMoving || this.#isLarge()) this.#drawCopy(context, scene, size, ratio)
    else this.#drawAll(context, scene, this.camera, size)
    if (this.#isLarge()) {
      const projector = new EdgeProjector(scene, this.#places, this.camera, size)
      drawStrongEdges(context, projector, this.#palette, this.#marks)
    }
    drawMarks(context, scene, this.#places, this.camera, size, this.#palette, this.#marks, this.nameOf)
  }

  #drawAll(context: CanvasRenderingContext2D, scene: Scene, camera: Camera, size: Size): void {
    const projector = new EdgeProjector(scene, this.#places, camera, size)
    drawEdges(context, projector, this.#palette)
    if (!this.#isLarge()) drawStrongEdges(context, projector, this.#palette, this.#marks)
    drawNodes(context, scene, this.#places, camera, size, this.#palette)
    const { cursor, focus } = this.#marks
    const first = [cursor, focus].filter((node) => node !== null)
    drawLabels(context, scene, this.#places, camera, size, this.#palette, [...new Set(first)])
  }

  /** Puts the last drawing where it belongs now; makes it anew when there is none. */
  #drawCopy(context: CanvasRenderingContext2D, scene: Scene, size: Size, ratio: number): void {
    this.#copy ??= this.#makeCopy(scene, size, ratio)
    const { canvas, camera, size: larger } = this.#copy
    const zoom = this.camera.scale / camera.scale
    const middle = toScreen(this.camera, size, camera)
    const [width, height] = [larger.width * zoom, larger.height * zoom]
    context.drawImage(canvas, middle.x - width / 2, middle.y - height / 2, width, height)
  }

  #makeCopy(scene: Scene, size: Size, ratio: number): Copy {
    const larger = { width: size.width * (1 + 2 * BEYOND), height: size.height * (1 + 2 * BEYOND) }
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(larger.width * ratio)
    canvas.height = Math.round(larger.height * ratio)
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('This browser draws on no canvas.')
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.fillStyle = this.#palette.ground
    context.fillRect(0, 0, larger.width, larger.height)
    this.#drawAll(context, scene, this.camera, larger)
    return { canvas, camera: this.camera, size: larger }
  }
}
