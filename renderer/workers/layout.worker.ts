import { ForceLayout } from '@shared/graph/force-layout'
import type { LayoutAnswer, LayoutRequest } from './layout-messages'

/** Below this heat nothing moves visibly. */
const COLD = 0.01
/** Graphs up to this size are shown when they are done: a picture that stands still is easier to read. */
const SHOWN_WHEN_DONE = 1_500
/** Milliseconds between pictures of a layout that takes long. */
const PICTURE_EVERY = 80
/** Milliseconds between pictures while something is dragged. */
const DRAG_EVERY = 16
/** How warm a layout is kept while something is dragged. */
const DRAG_HEAT = 0.25

// The library of a page, not of a worker, is what this project is checked against; this is the part that is used.
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null
  postMessage(answer: LayoutAnswer, transfer: Transferable[]): void
}

let layout: ForceLayout | null = null
let run = 0
let isPlanned = false
const pinned = new Set<number>()

function send(settled: boolean, stepTime: number): void {
  if (!layout) return
  const [x, y] = [layout.x.slice(), layout.y.slice()]
  scope.postMessage({ run, x, y, settled, stepTime }, [x.buffer, y.buffer])
}

/** Steps until it is time for a picture, or for hearing what the page wants; then goes on later. */
function work(): void {
  isPlanned = false
  if (!layout) return
  const isDragging = pinned.size > 0
  if (isDragging) layout.heat = Math.max(layout.heat, DRAG_HEAT)
  const isQuiet = layout.x.length <= SHOWN_WHEN_DONE && !isDragging
  const begun = performance.now()
  const until = begun + (isDragging ? DRAG_EVERY : PICTURE_EVERY)
  let steps = 0
  do {
    layout.step()
    steps += 1
  } while (layout.heat > COLD && performance.now() < until && !(isDragging && steps > 1))
  const settled = layout.heat <= COLD
  if (settled || !isQuiet) send(settled, (performance.now() - begun) / steps)
  if (!settled) plan(isDragging ? DRAG_EVERY : 0)
}

function plan(delay = 0): void {
  if (isPlanned) return
  isPlanned = true
  setTimeout(work, delay)
}

function start(request: Extract<LayoutRequest, { type: 'start' }>): void {
  const { x, y, sources, targets, heat } = request
  run = request.run
  pinned.clear()
  layout = new ForceLayout(x, y, { sources, targets })
  layout.heat = heat
  plan()
}

scope.onmessage = ({ data }) => {
  switch (data.type) {
    case 'start':
      start(data)
      break
    case 'pin':
      pinned.add(data.body)
      layout?.pin(data.body, data.x, data.y)
      plan()
      break
    case 'release':
      pinned.delete(data.body)
      layout?.release(data.body)
      plan()
      break
    case 'stop':
      layout = null
  }
}
