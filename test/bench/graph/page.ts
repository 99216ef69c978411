import '@renderer/ui/tokens.css'
import { fitCamera, panBy } from '@renderer/features/graph/camera'
import { GraphPicture } from '@renderer/features/graph/graph-picture'
import { prepareScene } from '@renderer/features/graph/scene'
import { ForceLayout } from '@shared/graph/force-layout'
import { generateGraph, generateLinks } from './generate-graph'

/** What panning came to. */
export interface PanOutcome {
  /** Milliseconds until the first picture was drawn. */
  readonly first: number
  readonly framesPerSecond: number
  /** Milliseconds between frames, 95th percentile. */
  readonly frameP95: number
}

const FRAMES = 90
const STEP = 3

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Pans a graph of a size across the canvas, as a hand would, and measures the frames. */
async function pan(count: number): Promise<PanOutcome> {
  const links = generateLinks(count)
  const layout = new ForceLayout(links.x, links.y, links)
  for (let step = 0; step < (count > 20_000 ? 12 : 60); step += 1) layout.step()
  const canvas = document.getElementById('canvas') as HTMLCanvasElement
  canvas.style.width = '1280px'
  canvas.style.height = '900px'
  const scene = prepareScene(generateGraph(count, links))
  const picture = new GraphPicture(canvas, (relation) => relation)
  picture.camera = fitCamera(links.x, links.y, picture.size)
  const begun = performance.now()
  picture.setScene(scene, { x: links.x, y: links.y })
  await nextFrame()
  await nextFrame()
  const first = performance.now() - begun
  await new Promise((resolve) => setTimeout(resolve, 500))
  const frames: number[] = []
  let last = await nextFrame()
  for (let frame = 0; frame < FRAMES; frame += 1) {
    picture.moveCamera(panBy(picture.camera, STEP, 0))
    const now = await nextFrame()
    frames.push(now - last)
    last = now
  }
  const sum = frames.reduce((total, time) => total + time, 0)
  const sorted = frames.toSorted((a, b) => a - b)
  return {
    first,
    framesPerSecond: (1000 * FRAMES) / sum,
    frameP95: sorted[Math.floor(FRAMES * 0.95)] as number,
  }
}

Reflect.set(window, 'pan', pan)
