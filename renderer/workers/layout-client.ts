import type { LayoutAnswer, LayoutRequest } from './layout-messages'

/** A layout under way in a worker; the page never waits for it. */
export interface LayoutClient {
  /** Begins anew; the arrays are handed over and can't be used afterwards. */
  start(given: {
    readonly x: Float32Array
    readonly y: Float32Array
    readonly sources: Int32Array
    readonly targets: Int32Array
    readonly heat: number
  }): void
  /** Holds a body at a place while it is dragged. */
  pin(body: number, x: number, y: number): void
  release(body: number): void
  dispose(): void
}

/** Starts the worker; `onPositions` hears where the bodies of the latest start stand. */
export function createLayoutClient(onPositions: (answer: LayoutAnswer) => void): LayoutClient {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  let run = 0
  const ask = (request: LayoutRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer)
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.run === run) onPositions(data)
  }
  return {
    start(given) {
      run += 1
      const { x, y, sources, targets } = given
      ask({ type: 'start', run, ...given }, [x.buffer, y.buffer, sources.buffer, targets.buffer])
    },
    pin: (body, x, y) => ask({ type: 'pin', body, x, y }),
    release: (body) => ask({ type: 'release', body }),
    dispose: () => worker.terminate(),
  }
}
