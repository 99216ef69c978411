/** What a view asks of the layout worker. Bodies and links are numbered from 0; lengths are in the layout's own unit. */
export type LayoutRequest =
  | {
      readonly type: 'start'
      /** Names the layout: answers to an earlier one are dropped. */
      readonly run: number
      readonly x: Float32Array
      readonly y: Float32Array
      readonly sources: Int32Array
      readonly targets: Int32Array
      /** 1 for a fresh picture, less where most places are known. */
      readonly heat: number
    }
  | { readonly type: 'pin'; readonly body: number; readonly x: number; readonly y: number }
  | { readonly type: 'release'; readonly body: number }
  | { readonly type: 'stop' }

/** Where the bodies stand now; `settled` when they will move no further by themselves. */
export interface LayoutAnswer {
  readonly run: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly settled: boolean
  /** Milliseconds that one step took, on average since the answer before. */
  readonly stepTime: number
}
